unsubscribe-title = Vairs nekādu vēstuļu
unsubscribe-ask = Vai pārtraukt jums sūtīt uzaicinājumus? Pasākumus, kuriem esat reģistrējušies paši, tas neskar.
unsubscribe-button = Pārtraukt sūtīt
unsubscribe-done-title = Vēstules vairs nenāks
unsubscribe-done = Uzaicinājumus jums vairs nesūtīsim. Par pasākumiem, kuriem esat reģistrējušies, vēstules joprojām nāks.
unsubscribe-me = Apskatīt, kam vēl esat piekrituši
unsubscribe-ask-topics = Vai vairs nerakstīt jums par tematiem, kuriem sekojat, un komentāriem, kuros esat minēts vārdā? Jaunais joprojām būs redzams jūsu lapā.
unsubscribe-done-topics = Par tematiem mēs jums vairs nerakstām. Citas vēstules pienāks kā līdz šim; savā lapā varat izvēlēties no jauna.
