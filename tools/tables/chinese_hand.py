# SPDX-License-Identifier: Apache-2.0
"""Well-known customary spellings of Mandarin syllables (Taiwan, overseas, Hokkien and
Teochew surname spellings) and the commonest surnames."""
CUSTOMARY = """
chen tan|cai tsai chua|huang ng wee oei hwang|zheng tay the tey|lin lim|guo kuo kwek quek|wu goh woo|ye yap yeh
xu hsu koh khoh shu|zhou chou chew chiu|liu lau low lew|zhang chang teo tio|li lee|yang yeo yeoh young|xie hsieh cheah chia
zhao chao teo|wang ong wang|he ho hor|hong ang hung|su soh soo|lyu lu loo|lv lu loo|gao kao koh|luo lo loh|liang liang neo|song soong sung
jiang chiang kang|shen shen sim|zhu chu choo|qian chien chee|sun soon|zeng tseng|qiu chiu khoo chiou|xiao hsiao siow seow
jin chin|wei wee|pan phua pan|du tu toh|fu foo poh|feng pang|hu hu oh|zhuang chuang chng|cao tsao|deng teng
ding ting|fang png|gu ku koo|han han|hao how|hou hou how|jian chien kan|kong kung|lai lai lye|lu loo|ma mah beh
peng pang|shi shih see sy|tang tang teng|tian tien|tu tu|wen wen boon|xue hsueh|yan yen gan|yao yao|yi yi
you yu yew|yuan yuan|zhong chung|zhuo toh|zou tsou|ke ko kua quah|bai pai peh|bo po|cheng cheng
cui tsui|dai tai|dong tung tang|ge ko|gan kan|gong kung|guan kuan|jia chia|jing ching|jie chieh|jun chun|kang kang|rong jung
ren jen|ru ju|rui jui|xi hsi|xiang hsiang|xiong hsiung|xin hsin|xing hsing|xia hsia|yue yueh|yong yung|zhi chih
zhen chen|zi tzu|ci tzu|si szu sze|ze tse|zhe che|qi chi|qing ching|qin chin|quan chuan|ou au
""".replace("\n", "|")
# The 200 commonest surnames, roughly by frequency; their first reading gets the flag.
SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢"
    "姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常"
    "汤康易乔赖文樊葛殷施洪颜庄倪牛温芦季俞章鲁詹申欧耿关兰焦左柳甘祝包宁尚符舒阮柯纪梅童凌毕单裴霍涂成苗"
    "谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连麦褚娄窦戚岑景党宫费习"
)
