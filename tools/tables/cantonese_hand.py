# SPDX-License-Identifier: Apache-2.0
"""Customary Latin spellings of Cantonese syllables (Hong Kong, Macau, overseas),
put before the forms that cantonese.py derives by rule."""
CUSTOMARY = """
zoeng cheung chang cheong|wong wong vong|lau lau low lao|jip yip ip|hoeng heung hung|can chan chen|lei lee li lei
zau chow chau jow|ng ng ung|jyun yuen un iun|zeng cheng|zing ching cheng|cing ching tsing|zyu chu chue|ho ho
hoi hoi|leoi lui loi|sit sit|sek shek sek|lam lam lum|loeng leung leong|joeng yeung young ieong|gam kam gum|gwok kwok kuok
gwan kwan quan|gwaan kwan kuan|gwai kwai|gwong kwong kuong|kwong kwong|kwok kwok|tong tong|tang tang|dang tang dang
zung chung tsung|zang tsang tseng chang|jung yung|jau yau|jam yam|jim yim|jin yin in|jing ying ieng|jik yik|jyu yu u
jyut yuet|jat yat iat|jan yan ian|wu wu woo vu|wan wan van|wai wai vai|wang wang|wing wing veng|wui wui ui|waa wah wa va
fung fung fong|fong fong|fu fu foo|fan fan|faan fan|fok fok|fei fei|pun poon pun|paang pang|pang pang|pui pui
pou po|mok mok|mak mak|mui mui moi|man man|maan man|mou mo mou|mung mung|mei mei|maa ma mah|hau hau|hung hung hong
huk huk|hon hon|ham ham|hang hang|hing hing heng|hin hin|heoi hui hoi|hei hei|hok hok|hou ho hou|hyun huen|haa ha
sin sin|sing sing seng|sam sum sam shum|saam sam|san san|sau sau|si sze see si szeto|siu siu|so so|sou so|suk suk
sung sung|seoi sui soi|syu shu sue|syun suen sun|soeng sheung|sai sai|se she seh|sik sik|coi choi tsoi choy|ceoi tsui chui
cam cham tsam|ciu chiu|cung chung tsung|cyun chuen|ceon chun|cou cho|co cho|ci chi tsz|cin chin tsin|coeng cheung cheong
caa cha tsa|ce che|cong chong|cok chok|zi chi tsz chee|zik chik|zan chan|zeoi chui|zeon chun|zim chim|zin chin
zit chit|zip chip|ziu chiu jiu|zo cho|zoi choi|zok chok|zong chong|zou cho|zuk chuk|zyun chuen|zaak chak|zaan chan
zaa cha|ze che|zek chek|zam cham|zat chat|zap chap|dung tung dong|dou to|dai tai|daai tai|dak tak|dik tik
din tin|ding ting|deoi tui|dyun tuen|daam tam|daan tan|tin tin|ting ting|tai tai|taam tam|taan tan|tou to tou|to to
tung tung|bou po bo pao|baau pau|baak pak|bing ping|biu piu|bin pin|bong pong|bun poon pun|bei pei bee|baan pan
gong kong|go ko|gou ko kou|gu ku koo|guk kuk|gung kung|gan kan|gaan kan|ging king keng|gin kin|git kit|giu kiu
gei kei kee|geoi kui|gaa ka|gaai kai|gaam kam|gaau kau|gai kai|gau kau|gwaa kwa|gwat kwat|gon kon|got kot|gok kok
kau kau|kei kei|kim kim|king king|kit kit|kiu kiu|kam kam|kan kan|keoi kui|koeng keung|kuk kuk|kung kung|kwai kwai
lai lai|laai lai|lak lak|laam lam|laan lan|lik lik|lim lim|lin lin|ling ling|liu liu|lo lo law|loi loi|lok lok|long long
lou lo lou|luk luk|lung lung|leon lun|lyun luen|nai nai|naam nam|neoi nui|nei nei|nin nin|ning ning|nip nip|ngai ngai
ngaan ngan|ngan ngan|ngau ngau au|ngo ngo|ngok ngok|ou o au|au au|aau au|oi oi|ok ok|on on|ong ong|uk uk|ngon on ngon
ngoi oi ngoi|ngong ong|ngou o ngo|ngaak ngak ak|aa ah a|ai ai|aai ai|jiu yiu|jeoi yui|jeon yun|joek yeuk|juk yuk|jap yap
ji yi yee|je ye yeh|jit yit|wik wik|wut wut|wun woon wun|wo wo|sip sip|saa sha sa|saai sai|saan shan|saang shang|sat sat
sap sap|sang sang|seon shun|seot sut|sok sok|song song|soek sheuk|syut suet|sim sim|soi soi|si sze si see|sei sei
lap lap|laap lap|lou lo lou|leng leng|fai fai|fui fui|fuk fuk fook|fun foon|fo fo|fat fat|faat fat|fau fau|faa fa|faai fai
mai mai|mau mau|min min|ming ming meng|miu miu|mo mo|muk muk|mun mun moon|bak pak|ban pan ban|bok pok|bo po|bui pui
put put|ping ping|piu piu|pin pin|paak pak|paan pan|pei pei|po po|pok pok|koi koi|hip hip|him him|hit hit|hiu hiu
hoeng heung hung|haau hau|haai hai|hai hai|hap hap|haak hak|hak hak|hong hong|dip tip|diu tiu|doi toi|dong tong|dok tok
duk tuk|dang tang|dau tau|daa ta|deng teng|tau tau|teng teng|teoi tui|tim tim|tip tip|tit tit|tiu tiu|toi toi|tok tok
tuk tuk|tyun tuen|zaam cham|zaang chang|zai chai tsai|zau chau chow|zung chung|zyut chuet|zoek cheuk|zak chak|cai chai tsai
can chan|cau chau|caan chan tsan|caam cham|cak chak|cat chat tsat|cek chek|cik chik|cim chim|ciu chiu|coek cheuk|cuk chuk
cyu chu chue|sou so sou|soeng sheung|m m ng|mat mat|mang mang|maang mang
""".replace("\n", "|")
