# SPDX-License-Identifier: Apache-2.0
"""Hand-made additions for han.tsv: variant folding, surname readings in
Mandarin and Cantonese, Korean readings usual in names, Japanese name readings.
Written from general knowledge of the scripts; used by unihan.py."""

# Pairs "variant + simplified": Japanese shinjitai, Korean and other print
# variants that Unihan does not tie to the simplified character.
FOLD = """
両两 亀龟 亜亚 仏佛 仮假 伝传 価价 倣仿 値值 倹俭 児儿 円圆 処处 剣剑 剤剂 剰剩 労劳 効效
勅敕 勧劝 勲勋 勳勋 単单 厳严 収收 呉吴 吳吴 呪咒 啓启 喩喻 喫吃 営营 団团 囲围 図图 圏圈 圧压
塁垒 塚冢 塡填 塩盐 増增 壊坏 壌壤 壱壹 売卖 変变 奨奖 妬妒 姉姊 姫姬 娯娱 嬢娘 実实 寛宽 対对
専专 巣巢 巻卷 帯带 帰归 庁厅 広广 廃废 弐贰 弔吊 弾弹 彫雕 従从 徳德 徴征 応应 恵惠 悩恼
悪恶 懐怀 戦战 戯戏 戸户 戶户 戻戾 払拂 抜拔 択择 拝拜 拠据 挙举 挿插 捜搜 掲揭 揺摇 摂摄
撃击 斉齐 斎斋 晩晚 暁晓 暦历 曽曾 査查 栄荣 桜樱 桟栈 検检 楽乐 様样 権权 歓欢 歩步 歯齿
歳岁 歴历 殻壳 毎每 気气 氷冰 汎泛 汚污 沢泽 浄净 涙泪 渇渴 済济 渉涉 渋涩 渓溪 湧涌 満满
滝泷 瀬濑 瀨濑 焼烧 犠牺 猟猎 獣兽 産产 畳叠 疎疏 痩瘦 癒愈 発发 県县 砕碎 砲炮 稲稻 穂穗
穏稳 窓窗 竜龙 箇个 粋粹 粛肃 粧妆 糸丝 経经 絵绘 絶绝 継继 続续 緑绿 縁缘 縄绳 縦纵 繊纤
羨羡 聴听 脇胁 脳脑 臓脏 舎舍 舗铺 艶艳 荘庄 蔵藏 薫薰 薬药 蛍萤 衆众 裏里 覇霸 覚觉 覧览
観观 訳译 証证 説说 読读 謡谣 譲让 豊丰 賛赞 転转 軽轻 辺边 邉边 逓递 週周 遅迟 遊游 遡溯
郷乡 鄕乡 酔醉 醸酿 釈释 鉄铁 鉢钵 鉱矿 銭钱 鋭锐 鋳铸 錬炼 録录 関关 閲阅 闘斗 陥陷 険险
隠隐 隣邻 隷隶 雑杂 霊灵 頬颊 頼赖 顔颜 顏颜 顕显 駄驮 駅驿 駆驱 騒骚 験验 髄髓 髪发 鶏鸡
鷄鸡 麺面 黒黑 黙默 齢龄 乗乘 併并 偽伪 毎每 緒绪 鎮镇 鎭镇 尭尧 巌岩 嶋岛 嶌岛 嶽岳 峯峰
恆恒 晄晃 晧皓 槇槙 祿禄 瑤瑶 穣穰 渕渊 浜滨 濵滨 髙高 﨑崎 嵜崎 圀国 囯国 桒桑 栁柳 𠮷吉
冨富 穐秋 舘馆 薗园 眞真 愼慎 靑青 淸清 兎兔 鴎鸥 鷗鸥 黃黄 晉晋 敎教 產产 卽即 旣既 悅悦
稅税 脫脱 溫温 煕熙 熈熙 羣群 裵裴 曺曹 郞郎 強强 爲为 為为 菴庵 衞卫 姸妍 尙尚 涼凉 緖绪
靜静 顚颠 遙遥 硏研 虛虚 曁暨 槪概 兪俞 彥彦 珎珍 珤宝 寳宝 寶宝 瀧泷 濶阔 濬浚 藪薮 籔薮
鑛矿 鉤钩 栢柏 檪栎 櫟栎 餠饼 飮饮 顗𫖮 甁瓶 敍叙 敘叙 缐线 線线 綫线 慿凭 凴凭 尅克 剋克
崐昆 崘仑 崙仑 崑昆 堃坤 喦岩 嵒岩 巖岩 巗岩 埀垂 壷壶 壺壶 曵曳 桺柳 検检 槗桥 櫻樱 歸归
涛涛 濤涛 焔焰 熖焰 獎奖 瑠琉 畧略 畊耕 畵画 疂叠 皐皋 皞皞 祕秘 稺稚 竒奇 翆翠 舩船 蕋蕊
蘂蕊 蔕蒂 藝艺 芸芸 袴裤 謌歌 讚赞 賴赖 輙辄 辨辨 逈迥 鄰邻 醤酱 閒间 陝陕 隆隆 隷隶
雞鸡 韮韭 頴颖 潁颍 穎颖 駢骈 鬪斗 鬭斗 鰺鲹 鯵鲹 鳧凫 麪面 麵面 麿麿 黴霉 鼡鼠 龝秋 凜凛
亊事 亰京 仝同 倂并 偸偷 儁俊 冝宜 凖准 刄刃 勦剿 卋世 厡原 厦厦 吿告 呑吞 咊和 喆喆 嚐尝
囬回 圎圆 坿附 埜野 塲场 墻墙 壻婿 奬奖 娛娱 孼孽 寃冤 寕宁 寗宁 甯宁 寧宁 峩峨 嶇岖 幷并
弍贰 彞彝 徃往 悳德 惪德 慙惭 戱戏 抅拘 挙举 敺驱 旾春 昬昏 晣晰 朞期 杰杰 傑杰 枩松 栞刊
槀槁 歿殁 汚污 沉沉 况况 況况 洩泄 湻淳 灋法 炤照 烟烟 煙烟 犂犁 猨猿 獘毙 璿璇 琁璇 瓈璃
曻升 桝桝 柿柿 鍳鉴 鑑鉴 鑒鉴 銹锈 靣面 頋顾 飜翻 驩欢 鰛鳁 鵞鹅 鵰雕
"""

# Mandarin: readings to put first (surname readings), then the general ones.
PINYIN = """
单 shan dan|單 shan dan|単 shan dan|解 xie jie|曾 zeng ceng|曽 zeng ceng|仇 qiu chou|朴 piao pu
查 zha cha|査 zha cha|盖 gai ge|蓋 gai ge|盛 sheng cheng|折 she zhe|翟 zhai di|覃 qin tan|区 ou qu
區 ou qu|繁 fan po|任 ren|华 hua|華 hua|尉 wei yu|员 yuan yun|員 yuan yun|乐 yue le|樂 yue le
召 shao zhao|缪 miao mou|繆 miao mou|宓 mi fu|秘 bi mi|冼 xian|洗 xi xian|逄 pang|黑 he hei
纪 ji|葛 ge|燕 yan|令 ling|哈 ha|应 ying|應 ying|那 na nei|种 chong zhong|种 chong zhong|重 chong zhong
牟 mou mu|祭 zhai ji|句 gou ju|郇 xun huan|隗 wei kui|贾 jia gu|賈 jia gu|沈 shen chen|俞 yu shu
车 che ju|車 che ju|长 chang zhang|長 chang zhang|柏 bai bo|伯 bo bai|薄 bo bao|费 fei bi|費 fei bi
过 guo|観 guan|观 guan|觀 guan|晟 sheng cheng|行 xing hang|朝 chao zhao|调 tiao diao|晁 chao
乘 cheng sheng|相 xiang|万 wan mo|莫 mo|漆 qi|石 shi|叶 ye xie|葉 ye|谌 chen shen|諶 chen shen
都 du dou|阚 kan|闞 kan|佴 nai er|尹 yin|嵇 ji|呙 guo|鲜 xian|鮮 xian|盘 pan|称 cheng|佛 fu fo
冯 feng|馮 feng|郗 xi chi|乜 nie|撒 sa|眭 sui|褚 chu zhu|逯 lu|臧 zang|戚 qi|岑 cen|邢 xing|厍 she
禚 zhuo|亓 qi|澹 tan dan|干 gan|乾 qian gan|藏 zang cang|蔵 cang zang|宿 su xiu|拓 tuo ta|拉 la
降 jiang xiang|强 qiang jiang|強 qiang jiang|校 xiao jiao|角 jiao jue|给 ji gei|乌 wu|尼 ni|大 da dai
石 shi dan|率 shuai lyu lu|咸 xian|地 di de|了 liao le|的 de di|着 zhe zhu zhuo|著 zhu zhe|得 de dei
浜 bin bang|濱 bin|崎 qi|桧 gui hui|檜 gui hui|芸 yun|咲 xiao|丼 jing dan|堀 ku|谷 gu yu|沢 ze|広 guang
吕 lu lyu lv|呂 lu lyu lv|斎 zhai|会 hui kuai|會 hui kuai|能 neng|南 nan|奇 qi ji|其 qi|可 ke|车 che ju
阿 a e|厦 xia sha|红 hong|陶 tao|卜 bu bo|不 bu|丁 ding|万 wan|么 me yao|殷 yin|期 qi|宁 ning|蔚 wei yu
行 xing hang|叔 shu|似 si|侗 dong|卡 ka|哥 ge|露 lu lou|塞 sai se|覺 jue jiao|觉 jue jiao|和 he huo
""".replace("\n", "|")

# Cantonese: readings to put first.
JYUTPING = """
任 jam|曾 zang cang|單 sin daan|单 sin daan|解 gaai haai|仇 kau sau|朴 pok piu|查 zaa caa|区 au keoi
區 au keoi|樂 ngok lok|乐 ngok lok|冼 sin|翟 zaak dik|覃 cam taam|盛 sing|車 ce geoi|车 ce geoi
沈 sam cam|柏 paak baak|重 zung cung|長 coeng zoeng|长 coeng zoeng|行 hang hong|華 waa|华 waa
應 jing|应 jing|葉 jip|叶 jip hip|吳 ng|吴 ng|伍 ng|吾 ng|午 ng|五 ng|梅 mui|繆 miu mau|缪 miu mau
尹 wan jan|晟 sing|葛 got|費 fei bei|费 fei bei|蓋 goi gap|盖 goi gap|陳 can|陈 can|賈 gaa gu|贾 gaa gu
喬 kiu|乔 kiu|諶 sam|谌 sam|泽 zaak|沢 zaak|辺 bin|浜 ban bong|朝 ciu ziu|石 sek|鄭 zeng zing|郑 zeng zing
""".replace("\n", "|")

# Korean: readings usual in names, put first (the initial-sound variants are added).
HANGUL = """
挙 거|举 거|舉 거|擧 거|暦 력|歴 력|历 력|髪 발|発 발|发 발|巅 전|
金 김 금|車 차 거|车 차 거|沈 심 침|單 선 단|单 선 단|易 이 역|拓 탁 척|樂 락 악 요|乐 락 악 요|龜 구 귀 균
亀 구 귀 균|奈 나 내|串 곶 관|宅 택|省 성 생|率 률 솔|說 설 열|説 설 열|说 설 열|帥 수 솔|錫 석|丹 단 란
什 십 집|勒 륵|皮 피|承 승|亘 긍 선|泌 필 비|拏 나|太 태|兒 아|洞 동 통|句 구|契 설 계|陜 합 섬|葉 엽 섭
叶 엽 섭 협|廓 곽|昭 소|沇 연 윤|琓 완|媛 원|賁 분 비|復 복 부|度 도 탁|内 내|不 불 부|糖 당 탕|茶 다 차
瑩 영 형|莹 영 형|瀅 영 형|滢 영 형|瀯 영|乾 건|葛 갈|祚 조|洗 세 선|曺 조|裵 배|賈 가 고|贾 가 고|暴 포 폭
""".replace("\n", "|")

# Japanese: name readings (kun and nanori), put before the on readings of Unihan.
JAPANESE = """
一 kazu ichi hajime|二 ji ni tsugu|三 mi zo san|四 yo shi|五 go itsu|六 roku mu|七 shichi nana|八 hachi ya|九 kyu ku
十 ju to|百 momo|千 chi sen|万 man|子 ko|太 ta futo|大 o dai hiro|小 ko o|中 naka chu|上 ue kami|下 shimo shita
山 yama san|川 kawa gawa|河 kawa|田 ta da|村 mura|林 hayashi|森 mori|木 ki gi|本 moto hon|島 shima jima|嶋 shima
崎 saki zaki|﨑 saki zaki|沢 sawa zawa|谷 tani ya|原 hara wara|野 no|橋 hashi bashi|口 kuchi guchi|井 i|石 ishi
岩 iwa|水 mizu|泉 izumi|海 umi kai|浜 hama|岸 kishi|岡 oka|丘 oka|坂 saka zaka|阪 saka|池 ike|沼 numa|江 e
津 tsu|浦 ura|瀬 se|滝 taki|渕 fuchi|淵 fuchi|堀 hori|塚 tsuka zuka|辻 tsuji|道 michi do|里 sato ri|郷 sato go
町 machi|城 shiro jo ki|宮 miya|寺 tera|堂 do|倉 kura|蔵 kura zo|門 kado mon|戸 to do|屋 ya|家 ie ya|室 muro
東 higashi azuma|西 nishi|南 minami|北 kita|前 mae|後 go ato|内 uchi|外 soto|奥 oku|辺 be nabe|渡 wata watari|邉 be nabe
春 haru|夏 natsu|秋 aki|冬 fuyu|朝 asa|夕 yu|夜 ya yoru|月 tsuki|日 hi nichi|星 hoshi|光 hikari mitsu ko|明 aki akira
昭 aki sho|晃 akira ko|章 aki akira sho|彰 akira aki|晶 aki akira|亮 ryo akira|輝 teru aki|照 teru|陽 yo haru|暁 aki akatsuki
安 yasu a|保 yasu ho|康 yasu ko|泰 yasu tai|靖 yasu|恭 yasu kyo|倍 be bai|晋 shin susumu|進 susumu shin|達 tatsu
正 masa tadashi|雅 masa|昌 masa|政 masa|将 masa sho|真 ma masa shin|眞 ma masa|勝 katsu masa|優 yu masa|理 ri masa
直 nao|尚 nao hisa|忠 tada|義 yoshi gi|良 yoshi ryo|吉 yoshi kichi|芳 yoshi|好 yoshi|善 yoshi|佳 yoshi ka|嘉 yoshi ka
美 mi yoshi|慶 yoshi kei|喜 yoshi ki nobu|由 yoshi yu|孝 taka|隆 taka ryu|高 taka ko|貴 taka ki|崇 takashi|敬 taka kei
孝 taka takashi|尊 taka|岳 take gaku|武 take bu|健 take ken|剛 take go tsuyoshi|猛 take takeshi|毅 takeshi|雄 o yu|夫 o
男 o|郎 ro|朗 ro akira|介 suke kai|助 suke|輔 suke|佑 yu suke|祐 yu suke|典 nori|則 nori|憲 nori ken|徳 nori toku
範 nori|紀 nori ki|規 nori ki|法 nori|信 nobu shin|伸 nobu shin|延 nobu|宣 nobu|暢 nobu|博 hiro haku|弘 hiro ko|広 hiro
浩 hiro ko|宏 hiro ko|洋 hiro yo|裕 hiro yu|寛 hiro kan|啓 kei hiro|文 fumi aya|史 fumi shi|章 aki fumi|彦 hiko|人 hito to
仁 hito jin|之 yuki|行 yuki|幸 yuki sachi ko|雪 yuki|智 tomo|友 tomo|知 tomo|朋 tomo|伴 tomo ban|和 kazu wa|数 kazu|清 kiyo
聖 kiyo sei|潔 kiyoshi|久 hisa ku|永 naga ei|長 naga cho|寿 toshi hisa|年 toshi|俊 toshi shun|敏 toshi|利 toshi ri|歳 toshi
英 hide ei|秀 hide shu|成 nari shigeru|也 nari ya|茂 shige shigeru|重 shige|繁 shige|栄 sakae ei|実 minoru mi|稔 minoru|豊 yutaka toyo
学 manabu|守 mamoru mori|衛 mamoru ei|誠 makoto sei|実 mi minoru|治 haru ji osamu|修 osamu shu|次 tsugu ji|司 tsukasa shi|志 shi
純 jun sumi|淳 jun atsushi|順 jun|潤 jun|敦 atsu atsushi|厚 atsu|篤 atsu|充 mitsu|満 mitsu|光 mitsu hikari|三 mitsu mi zo|哲 tetsu
鉄 tetsu|徹 toru tetsu|勇 isamu yu|功 isao|勲 isao|勉 tsutomu|努 tsutomu|務 tsutomu|力 chikara riki|聡 satoshi so|悟 satoru go
賢 ken|研 ken|謙 ken|建 take ken|賢 ken masa|翔 sho|拓 taku|卓 taku|匠 takumi|巧 takumi|樹 ki ju|希 ki nozomi|望 nozomi
恵 megumi e kei|愛 ai mana|香 ka kaori|薫 kaoru|織 ori|花 hana ka|華 hana ka|葉 ha yo|桜 sakura|梅 ume|松 matsu|竹 take|杉 sugi
桃 momo|桐 kiri|柳 yanagi|柏 kashiwa|栗 kuri|梨 nashi ri|椿 tsubaki|楠 kusunoki|榊 sakaki|桂 katsura|藤 fuji to|菊 kiku|蓮 ren
菅 suga kan|萩 hagi|蘭 ran|草 kusa|麻 asa ma|稲 ine ina|米 yone|麦 mugi|佐 sa|伊 i|加 ka|斎 sai|斉 sai|鈴 suzu|渡 watari wata
工 ku|近 kon chika|遠 en to|安 yasu a|阿 a|宇 u|江 e|衣 i e|奈 na|菜 na|名 na|那 na|之 yuki no|乃 no|能 no|律 ritsu
梶 kaji|鍛 ka|舘 tate|館 tate|竜 ryu tatsu|龍 ryu tatsu|虎 tora|熊 kuma|馬 ma ba|牛 ushi|犬 inu|猪 i|鹿 ka shika|鳥 tori
鶴 tsuru|亀 kame|鷹 taka|鷲 washi|鴨 kamo|魚 uo|貝 kai|金 kane kin|銀 gin|玉 tama|珠 tama|宝 takara|琴 koto|弓 yumi|矢 ya
剣 ken tsurugi|刀 katana|盾 tate|車 kuruma|船 funa fune|舟 funa|糸 ito|絹 kinu|布 nuno|服 hattori|部 be|黒 kuro|白 shira shiro
赤 aka|青 ao|緑 midori|紫 murasaki|若 waka|古 furu|新 ara shin nii|早 haya|速 haya|深 fuka|浅 asa|細 hoso|丸 maru|平 hira hei taira
土 tsuchi do|地 ji|空 sora|天 ama ten|雲 kumo|風 kaze|嵐 arashi|雨 ame|霧 kiri|霞 kasumi|氷 hi|火 hi|炎 en|灯 akari
今 ima kon|向 mukai|面 omo|関 seki|生 o iku|尾 o|足 ashi a|手 te|目 me|耳 mimi|頭 to|立 tachi|有 ari|在 ari|増 masu
益 masu|松 matsu|待 machi|間 ma|角 kado sumi|隅 sumi|鬼 oni|神 kami|福 fuku|富 tomi|冨 tomi|財 zai|礼 rei aya|綾 aya|彩 aya
千 chi|代 yo shiro|世 yo|依 yori|頼 yori|順 jun yori|紗 sa|沙 sa|早 sa haya|咲 saki|笑 emi|絵 e|恵 e megumi|枝 eda e|江 e
久 hisa ku|未 mi|実 mi|見 mi|巳 mi|海 umi mi|舞 mai|真 ma|茉 ma|摩 ma|結 yu yui|唯 yui|優 yu|夕 yu|遊 yu|悠 yu haru
遥 haruka|遼 ryo|涼 ryo suzu|凌 ryo|陸 riku|蒼 so ao|颯 so|湊 minato|港 minato|蓮 ren|廉 ren|怜 rei|玲 rei|麗 rei|嶺 mine
峰 mine|峯 mine|嶽 take|剛 tsuyoshi go take|強 tsuyoshi|隼 hayato|勘 kan|寛 kan hiroshi|貫 kan|幹 miki kan|元 moto gen|源 minamoto gen
基 moto|素 moto|玄 gen|弦 gen|厳 gen|巌 iwao|豪 go|吾 go|伍 go|護 mamoru go|晴 haru|治 haru osamu ji|温 haru|相 ai|合 ai
会 ai|逢 ai|甲 kai|斐 hi|飯 ii|飛 asu hi|鳥 tori|須 su|諏 su|洲 su|州 su|角 kado|笠 kasa|傘 kasa|羽 ha hane|服 hatto
岐 ki|貴 taka ki|紀 ki nori|城 ki shiro|箕 mi|蓑 mino|簑 mino|狩 kari|刈 kari|仮 kari|苅 kari|巻 maki|牧 maki|槙 maki|槇 maki
真 ma makoto|蒔 maki|薪 maki|槻 tsuki|築 tsuki|附 tsuki|着 tsuki|児 ko|兒 ko|仔 ko|巨 o|雄 o|緒 o|王 o|応 o|欧 o|翁 o
""".replace("\n", "|")
