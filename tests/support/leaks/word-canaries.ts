/** Names of people and of towns that no application has: what data looks like when it looks like words. */
export const WORD_CANARIES: readonly string[] = `
  alice berlin martin priya kwame villanueva chennai agnieszka alejandra alessandro anastasia annika antonia
  arthur astrid aurelie barbara beatrice benedikt bernadette bettina birgit boris brigitte camila carlotta
  caroline cecilia charlotte christine claudia clemens constanze cornelia damian daniela deborah dieter dimitri
  dorothea eduardo eleonora elisabeth emilia emmanuel ernesto esther eugenia fabian fatima federico felicitas
  fernanda florentina francesca franziska frederik friedrich gabriela genevieve gerhard giovanni giuseppe gregor
  guillermo gustavo hannelore heinrich helena henrietta hiroshi ibrahim ignacio ingeborg isabella jacqueline
  jasmin javier jennifer jeremias joachim johanna jonathan josephine juergen juliana karolina katarzyna katharina
  kimberly konrad kristina ksenia lakshmi laszlo leonardo liselotte lorenzo lucienne ludmila magdalena manfred
  marcello margarethe marlene mathilde matteo maximilian mehmet melanie michaela miguel mireille mustafa natalia
  nikolai octavia ottilie pascal patricia paulina philippa rafaela raimund ramona rebecca reinhard ricardo roberta
  rodrigo rosalinda samantha santiago sebastian severin siegfried simone sophia stanislaw stefania susanne sylvia
  tamara tatiana theodora thomas tiberius timothy ulrike valeria vanessa veronika vincenzo vladimir wilhelmina
  winston wolfgang xavier yasmin yevgenia yolanda zachary zuzana abernathy adebayo agarwal albrecht almeida
  andersen andrade aoyama bachmann balogun banerjee baumgartner becker bergstrom bhattacharya bianchi brannigan
  buchanan callaghan castellano chaudhary christensen clarkson davidson delacroix dimitrov dubois eriksson
  esposito fairbanks fernandes fontaine gallagher garcia gonzalez grabowski gupta gutierrez halvorsen hashimoto
  hernandez hoffmann holmberg horvath ivanova jankowski johansson kaminski kavanagh kobayashi kovacs kowalski
  krueger kuznetsov lefebvre lewandowski lindqvist lombardi mackenzie marchetti mcallister mendoza moreau
  mukherjee mueller nakamura navarro nguyen novak nowak oconnor okafor olofsson ortega papadopoulos pellegrini
  petrov popescu pretorius quintana rasmussen reynolds rodriguez romanov rosenberg sanchez santoro schneider
  schulz shapiro silveira sokolov sorensen stankovic szabo takahashi tanaka thompson toivonen tremblay underwood
  vandenberg vasquez verhoeven wagner watanabe weinberg whitaker wojcik yamamoto yilmaz zhang zimmermann aberdeen
  adelaide ahmedabad aleppo algiers ankara asuncion athens barcelona beirut bilbao birmingham bogota bologna
  bordeaux boston bratislava budapest calgary caracas casablanca chicago cologne cracow dakar dallas damascus
  delhi detroit dresden dublin durban florence frankfurt geneva genoa gothenburg grenoble guadalajara hamburg
  hanoi havana helsinki houston jakarta johannesburg kampala karachi kathmandu khartoum kingston kolkata lagos
  lausanne leipzig lisbon liverpool ljubljana london lusaka luxembourg madrid malaga managua manchester marseille
  medellin melbourne memphis milan mombasa monrovia montevideo montreal mumbai nairobi nashville oporto osaka
  ottawa palermo paramaribo philadelphia phoenix portland potsdam pretoria pyongyang quito reykjavik rotterdam
  salzburg santander sarajevo seattle seville sofia strasbourg stuttgart sydney tallinn tashkent tbilisi tijuana
  tirana toronto toulouse trieste tripoli utrecht valencia vancouver vienna vilnius wellington winnipeg yerevan
  zagreb zaragoza chiara mariana olivia victoria
  abelard adelheid agathe albertine alessia alfonso alicia alphonse amalia ambrose anatole andreas angelica anselm
  antoinette apollonia archibald ariadne armando arnaud athanasius augustin aurelia balthasar baptiste bartholomew
  basilio beatriz benjamin bertrand bianca blanche bohumil boniface brunhilde calliope camille candida casimir
  cassandra catalina cedric celestine cesare charlemagne christabel cipriano clarissa claudette clementine cleopatra
  clothilde concetta conrad consuelo cordelia cosima cressida cyprian dagmar damiano daphne demetrius desdemona
  desiree dionysius dolores dominik donatella dragomir dulcinea edeltraud edmund eduarda egbert eleanor elfriede
  elisabetta emerich emmerich engelbert enrique erasmus ermintrude ernestine esmeralda estelle etienne eugenio
  eulalia eustace evangeline fabrizio faustina felipe fidelio filippo fiorella flavio florian fortunato francisco
  frederica gaetano gaspard gennaro georgette geraldine gertrude gilberto gioacchino giacomo giuliana godfrey
  gottfried graziella griselda guinevere gwendolyn hadrian hedwig heloise hermann hermione hildegard hippolyte
  honorata hortense humberto hyacinth ilario immanuel inocencio irmgard isidoro iolanthe jacinta jadwiga jaroslav
  jeanette jolanda josefina justine kasimir kunigunde ladislav laetitia lamberto laurencio leocadia leopold
  letizia lidwina lodovico lothar lucrezia ludovico luigi lysander madeleine malachi marcella marguerite mariella
  marisol marjorie maurizio melchior mercedes millicent minerva mirabella mordecai narcissa nathaniel nepomuk
  nicoletta norbert olympia ophelia orlando orsino ottokar ottavio pamphile pantaleon parsifal pasquale penelope
  peregrine perpetua petronella philomena placido polyxena portia prospero quirino ragnhild raimondo rainer
  rinaldo roderick rodolfo rosamund rosaura rupprecht sabina salvatore sandrine saverio scholastica seraphina
  serafino sibylle sigismund silvestro solange stanislav svetlana swanhild sylvester tancredi telemach teodoro
  thaddeus theobald theodoric thusnelda tobias traudel tristan ubaldo ulysses umberto ursula valentino valeriano
  venceslas vespasian violetta virginio vittoria walburga waldemar wenceslas wilfrieda winifred wladyslaw xenophon
  yvette zacharias zenobia zephyrine zoltan
  aldous amedeo ansgar aureliano belisario bernardino brunetta caetano carmelita casilda cleomenes columba cristobal
  dagobert demosthenes dorabella edelgard eginhard epifania eusebio euphemia fiammetta ginevra gualtiero gundula
  hannibal heribert hildebrand iphigenia isolde jocasta kriemhild leandro leontine lioba malvina nausicaa ortrud
  ottilia pellegrina quintilian radegund rosmarie sieglinde telesphore theophila ulrika veremund wiltrud zerlina
  adriana albertina alistair amaryllis andromeda annabella annunziata aphrodite aristide arsenio artemisia
  ashurbanipal averill balduin barnaby bartolomea basilia bellerophon bonaventura brigida burkhard calvino candelaria
  caradoc caterina celestino clothar colombina constanza corentin crispina damiana dietlinde domitilla donatien
  eberhard edeltrud eginald eleuterio elfrida emanuela engelhard ermelinda ethelred eudoxia evander fabricio feodora
  filomena fioretta flaminia florimond fulgencia galeazzo gaudenzio gervasio giacinta gislinde godelieve griffinda
  guendalina gundobad hadewych hildebert hyacinthe ildefonso immacolata isambard jacobina kaspar lancelin leopoldina
  lucretia ludovika luitgard marcolfa melusine nicodemo odoardo olimpia orazio pancrazio
  perceval plautilla rambaldo rigoberta romualda rosamunda rutilio teofilo ugolino valfredo vitaliana zenobio quirina aldegonda ferruccio`
  .trim()
  .split(/\s+/);
