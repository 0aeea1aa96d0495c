/**
 * The 600 sequences of three bytes that source text has most often, the most frequent first: counted over Python, TypeScript and documents of
 * seven applications. Only the low five bits of a byte count: a letter stands for its two cases and for the digit or sign that
 * shares them (`j` for the line end, `n` for the point, `h` for the opening parenthesis).
 */
const sequences = [
  "   j  lj iontio = ent reateser  ijj atiij reszj str seter  bconingestselhj ortfordatoneass  srt por noons deess  c  a  rtheodeectproelf th asnetstaame",
  "sioetbmpo neboxnonnamtesusessitboturreadelimptyp inageoxoijjdef coactmodfroromendersderses_id stqueypestohe erner_toriceom set  der ntetatmennpytedmsg",
  "eatorm ijiljertbbbctiustpyzptiounjms imssevalz nistfilerrmmmorgesoon bljretintcreataizazat pred ont or;j or tomsnpripextcz id equanibj scrjczeljoutche",
  "_reunt  pnizlfnon_ bbe =aingetcusperometrinsebleetucriganmerbjjef ordrganotjecjjcfieonnultablurniptcesmet  oockvered_ panstouryncit ack foith_coroueld",
  "jfrsubsynielbbjrortra===bz   mcouali morroelstemreqlascomnt_  = isis z sasyi mclaallntieriandmocuesele=j cke terdetr nt el nco toiteratst_ usneliltlte",
  "urem>  m>ndenfi_se ankend bvicst =ljes openg   tjjjbacatuoduimein  ;jrmsrceervonltimte_aitwaieve  esou fitenwitrn gl awalinaser brseif ren awlattsn  f",
  "urcponnerhsengeizj extusezjesnparevieficli < maisgi == cukeyncegrobje beej  ifhijgstsitmplienmanespgidginermt =bl se rednre== polposethoryobjlieencrin",
  "f tet_thicimtinrepapp meez nj s =luealuete mato uctbjmailsgsoup baplapentrugrarod c   gfixvenduconfntsaut a ran cllesspol sscobsc wi sueneorethot sile",
  "uid= bce_ine_natex_fiinscalpreesufacubsantth  polics i da enz blisofome=gendcilarss minitiownntntabpay= a sadisuthte updle sulpdaereancgeremanezityrue",
  "uercen carowmsot iempberot epodestchodcgljeryimoloa lind tz chapathecl geckiesstetryuuicat tye it caddkeregiricareolaregargon=nal tr  <rolhanerhlent a",
  "isscolutentrlserevideletid=ts ireeraomo  hoadseaicaead crl bnc ota  nsz as rec_pr_inediz ;dljtanbasyme< nosiidlexptljrel ofmbefigetaputhreangpecals  j",
  "e axtuxodndi= snmalflt racc chixtescaveart va fronzdz s ainbnbaolerviiveprietsen ne rl ck_e ts tnitnz onhnnesenlidct_ramdevanscurualnthhen bondnatc na",
].join("");

/** How often a byte is met in source text by its low five bits, in thousandths, for sequences that are not among these. */
const bytes = [218, 44, 24, 29, 25, 76, 14, 16, 18, 51, 30, 6, 35, 25, 54, 49, 25, 6, 49, 49, 58, 22, 8, 6, 6, 10, 11, 4, 2, 13, 2, 18];

/** Three bytes as one number: fifteen bits, the first byte in the highest five. */
export function trigramOf(first: number, second: number, third: number): number {
  return ((first & 31) << 10) | ((second & 31) << 5) | (third & 31);
}

const ranks: ReadonlyMap<number, number> = new Map(
  Array.from({ length: sequences.length / 3 }, (_, rank) => [trigramOf(sequences.charCodeAt(3 * rank), sequences.charCodeAt(3 * rank + 1), sequences.charCodeAt(3 * rank + 2)), rank]),
);

/** Orders trigrams from the rare to the common. */
export function frequencyOf(trigram: number): number {
  const rank = ranks.get(trigram);
  // The product of three thousandths stays below the first of the ranked.
  return rank === undefined ? (bytes[trigram >> 10] ?? 0) * (bytes[(trigram >> 5) & 31] ?? 0) * (bytes[trigram & 31] ?? 0) : 1e9 - rank;
}
