# SPDX-License-Identifier: Apache-2.0
"""Customary spellings of Korean surname and given-name syllables. Written from general
knowledge of the spellings used in passports and the press."""

# Syllables that are surnames (the ~120 commonest and the rarer one-syllable ones).
SURNAMES = (
    "김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구나민진지엄채원천방공"
    "현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용예봉경사부가복태목형피계감음두"
    "동온호범좌팽승간상시갈단견당화창리림류로량렴라륙려룡빈매순필궁내묵탄평풍아영근누뇌대돈등만미방빙"
    "삼섭수아엽옹운자저점종증초춘충쾌탄판포학한해후흥련"
)

# syllable: customary Latin spellings, the most usual first.
CUSTOMARY = """
김 kim gim|이 lee yi rhee ri i|박 park pak bak|최 choi choe chey|정 jung chung jeong cheong|강 kang gang|조 cho jo joe
윤 yoon yun youn|장 jang chang|임 lim im yim rim|한 han hahn|오 oh o|서 seo suh so|신 shin sin|권 kwon gwon kweon
황 hwang whang|안 ahn an|송 song|전 jeon jun chun jean|홍 hong|유 yoo yu you ryu|고 ko go koh|문 moon mun|양 yang
손 son sohn|배 bae pae bai|백 baek paik baik paek|허 heo hur huh ho|남 nam|심 shim sim|노 noh roh no ro|하 ha hah
곽 kwak gwak|성 sung seong|차 cha|주 joo ju chu|우 woo u wu|구 koo gu ku goo|나 na nah ra|민 min|진 jin chin
지 ji jee chi|엄 eom um uhm|채 chae chai|원 won weon|천 cheon chun|방 bang pang|공 kong gong|현 hyun hyeon hyon
함 ham hahm|변 byun byeon pyon|염 yeom yum youm|여 yeo yuh yo|추 choo chu|도 do doh to|소 so soh|석 seok suk sok
선 sun seon|설 seol sul|마 ma mah|길 gil kil|연 yeon yun youn|위 wi wee|표 pyo|명 myung myeong|기 ki gi kee
반 ban pan bahn|왕 wang|금 keum geum kum|옥 ok ock|육 yook yuk|인 in|맹 maeng|제 je jae che|모 mo|탁 tak|국 kook guk kuk
어 eo uh|은 eun un|편 pyun pyeon|용 yong|예 ye yea yeh|봉 bong pong|경 kyung kyeong gyeong kyong|사 sa|부 boo bu pu
가 ka ga|복 bok pok|태 tae tai|목 mok|형 hyung hyeong|피 pi|계 kye gye|감 kam gam|음 eum um|두 doo du tu
동 dong tong|온 on|호 ho|범 bum beom pom|좌 jwa|팽 paeng|승 seung sung|간 kan gan|상 sang|시 si shi|갈 kal gal
단 dan tan|견 kyun gyeon|당 dang|화 hwa|창 chang|리 ri lee li ree|림 rim lim im|류 ryu yoo yu ryoo|로 ro roh noh
량 ryang yang liang|렴 ryom yum yeom|라 ra la na|륙 ryuk yook|려 ryo yeo ryeo|룡 ryong yong ryeong|빈 bin been|매 mae
순 soon sun|필 pil phil|대 dae tae dai|돈 don|련 ryon yeon ryeon|미 mi mee|수 soo su|영 young yeong yong|아 ah a
준 joon jun june chun|철 chul cheol chol|희 hee hui hi|호 ho|혁 hyuk hyeok hyok|훈 hoon hun|욱 wook uk ook|웅 woong ung
열 yeol yul yol|렬 ryol yeol ryul|식 sik shik|숙 sook suk|옥 ok ock|자 ja|춘 choon chun|일 il yil|란 ran lan|난 nan
령 ryong young ryung|린 rin lin|륜 ryun yoon|률 ryul yul|율 yul yool|헌 hun heon hon|혜 hye hae hyae|효 hyo
향 hyang|협 hyup hyeop|흥 heung hung|해 hae|학 hak|필 pil phil|택 taek tack taik|재 jae jai|종 jong chong|중 joong jung chung
건 gun geon keon kun|겸 kyum gyeom|관 kwan gwan|광 kwang gwang|교 kyo gyo|군 kun goon gun|규 kyu gyu|균 kyun gyun
근 keun geun kun|걸 gul geol kol|격 kyuk gyeok|결 kyul gyeol|남 nam|녀 nyo nyeo yeo|년 nyon nyeon|덕 duk deok tok deog
돌 dol|득 deuk duk|락 rak lak nak|래 rae lae|록 rok lok|만 man|면 myun myeon|무 moo mu|묵 mook muk|배 bae pae
범 bum beom|병 byung byeong pyong|보 bo po|빛 bit bich|별 byul byeol|산 san|삼 sam|새 sae|선 sun seon|섭 sup seop sub
솔 sol|술 sul|슬 seul sul|슭 seul|연 yeon yun youn|오 oh o|완 wan|요 yo|운 woon un|원 won weon|월 wol weol
은 eun un|의 ui eui yi|익 ik|인 in|장 jang chang|전 jeon jun chun|점 jum jeom|제 je jae|주 joo ju|직 jik|진 jin chin
찬 chan|창 chang|천 chun cheon chon|청 chung cheong chong|충 choong chung|치 chi|하 ha|한 han|형 hyung hyeong|환 hwan whan
회 hoe hwe hoi|후 hoo hu|휘 hwi whee|흠 heum|권 kwon gwon|국 kook guk kuk|금 keum geum kum|길 gil kil|나 na nah|늘 neul nul
다 da dah|달 dal|람 ram lam|루 ru roo lu|름 reum rum|를 reul|말 mal|백 baek paik|봄 bom|비 bi bee|빈 bin been|슬 seul
송 song|아 ah a|애 ae|언 eon un|엽 yup yeop yub|용 yong|우 woo u wu|윤 yoon yun youn|을 eul ul|이 lee yi i rhee ri
잔 jan|정 jung chung jeong cheong|조 cho jo|초 cho|평 pyung pyeong pyong|표 pyo|풍 poong pung|현 hyun hyeon hyon
혼 hon|화 hwa|황 hwang|힘 him|꽃 kkot kot|꽁 kkong|샘 saem sam|샛 saet|얼 eol ul|울 ul wool|유 yoo yu you ryu
가 ka ga|강 kang gang|겨 kyeo gyeo|고 ko go koh|곤 kon gon|궁 kung gung|기 ki gi kee|기 ki gi kee|로 ro roh
득 deuk duk|등 deung|라 ra la na|리 ri lee li ree|매 mae|목 mok|문 moon mun|민 min|백 baek paik baik paek|빙 bing
서 seo suh so|석 seok suk sok|성 sung seong|세 se seh|소 so soh|송 song|승 seung sung|신 shin sin|실 sil shil|심 shim sim
안 ahn an|양 yang|억 eok uk|업 up eop|여 yeo yuh yo|예 ye yea yeh|온 on|위 wi wee|음 eum um|응 eung ung|작 jak
조 cho jo joe|증 jeung|지 ji jee chi|채 chae chai|태 tae tai|특 teuk|판 pan|학 hak|함 ham hahm|황 hwang whang
갑 kap gap|곡 kok gok|극 keuk geuk|녕 nyung nyeong|능 neung|님 nim|담 dam|독 dok tok|두 doo du|듬 deum|맘 mam|맑 malk
머 muh meo|믿 mit|바 ba pa|밝 bak|버 buh beo|벼 byeo|빛 bit|사 sa|수 soo su|숲 soop sup|시 si shi|엘 el|을 eul ul
""".replace("\n", "|")

# Customary Russian spellings besides the rule-made ones: "syllable first... | ..." ; a "+"
# after the syllable means: put after the rule-made form.
RUSSIAN = """
정+ чен тен дён|은 ын|김 ким|일 ир иль|성+ сен|철+ чхор чер чоль|영+ ен|박 пак пяк|최+ цой чой|리 ли ри ни|이 ли
조+ тё цо|장+ тян чжан|전+ чен тен|천+ чен|강+ ган|임+ лим|림 рим лим|윤+ юнь|신+ шин|심+ шим|유+ ю югай|류 рю лю
오+ огай|서+ со шегай се|허+ хегай хо хе|고+ когай|노+ но ро|로 ро но|라 ра на ла|나+ на|권+ квон|한 хан|남 нам
문 мун|민 мин|안 ан|황+ хван|양 ян|량 рян лян|송 сон|손 сон|홍 хон|백+ пэк бэк пек|배+ пэ бе|현+ хен хён|혁+ хек хёк
용 ён ен|룡 рён рен ён ен|경+ кен гён|명+ мен|병+ пен|평+ пхен пен|형+ хен|선+ сен|연+ ен|원+ вон|준+ чжун джун
지+ чи джи чжи|진+ чин джин чжин|재+ чжэ джэ|종+ чен чжон джон|주+ чжу джу|중+ чжун джун|희 хи хый|화 хва|해+ хэ хе
혜+ хе|태+ тхэ тхе тэ|대+ тэ дэ|석+ сок сек|설+ сор соль сель|헌+ хон хен|건+ кон гон|걸+ коль гер|덕+ ток тек док
동+ тон дон|두+ ту ду|도+ то до|길+ кир киль гир|실+ сир|필+ пхир пиль|별+ пёль бёль|열+ ель ер|렬 рёль рель ёль
국+ кук гук|광+ кван гван|관+ кван|기+ ки ги|규+ кю гю|상 сан|식 сик|숙 сук|옥 ок|자+ ча джа чжа|춘+ чхун чун
창+ чхан чан|차+ ча чха|채+ чхэ че|추+ чху чу|호 хо|훈 хун|웅 ун|욱 ук|우 у|학 хак|향 хян|효 хё хо|섭+ соп себ
의 ый|여+ ё е|예+ е|염+ ём ем|엄+ ом эм|변+ пён пен бён|표+ пхё пё|천+ чхон чон чен|탁+ тхак так|제+ че дже чже|위+ ви
""".replace("\n", "|")

# Native Korean syllables found in given names.
NATIVE = "빛별솔슬람늘봄샘힘꽃얼울을님맘맑머믿바밝버벼숲엘듬름를새달돌루말샛슭나다라잔산하리아비시온누가든들은단큰한별찬결길햇이슬기쁨봉우리보름노을쁜슴움음물불풀꿈꼬또뜰또라름막먹멋벗벚볕봇솜숨쏠씨알엄여울쪽차타파포푸해희힌"
