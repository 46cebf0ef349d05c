/** TeX commands: those that only set type, by what they are for; a record may not contain any other. */

const split = (words: string): readonly string[] => words.trim().split(/\s+/);

/** Letters, accents and signs of text, as LaTeX, `textcomp` and `amssymb` have them. */
const LETTERS = split(`
  aa AA ae AE dh DH dj DJ i j l L ng NG o O oe OE ss SS th TH imath jmath
  b c d f G h H k r t u U v w textcedilla textcommabelow textogonekcentered
  copyright dag ddag dots euro ldots P pounds S slash
  guillemotleft guillemotright guilsinglleft guilsinglright quotedblbase quotesinglbase
  textasciiacute textasciicircum textasciidieresis textasciigrave textasciimacron textasciitilde textasteriskcentered
  textbackslash textbar textbardbl textbraceleft textbraceright textbullet textcent textcircled textcopyright textdagger
  textdaggerdbl textdegree textdiv textdollar textellipsis textemdash textendash texteuro textexclamdown textgreater
  textless textminus textmu textohm textonehalf textonequarter textonesuperior textordfeminine textordmasculine
  textparagraph textperiodcentered textpm textquestiondown textquotedbl textquotedblleft textquotedblright
  textquoteleft textquoteright textquotesingle textregistered textsection textsterling textthreequarters
  textthreesuperior texttimes texttrademark texttwosuperior textunderscore textvisiblespace textyen
`);

/** How words look, and spaces. */
const LOOKS = split(`
  bf bfseries em emph it itshape mdseries normalfont rm rmfamily sc scshape sf sffamily sl slshape tt ttfamily upshape
  text textbf textit textmd textnormal textrm textsc textsf textsl textsubscript textsuperscript texttt textup underline
  Huge LARGE Large footnotesize huge large normalsize scriptsize small tiny
  MakeLowercase MakeUppercase enquote ensuremath hbox mbox noopsort protect relax sout xspace
  BibTeX KaTeX LaTeX LaTeXe TeX
  allowbreak enskip enspace linebreak medspace negmedspace negthickspace negthinspace newline nobreak nobreakspace
  nolinebreak qquad quad space thickspace thinspace
`);

/** Journals, as NASA ADS writes them: https://ui.adsabs.harvard.edu/help/actions/journal-macros */
const JOURNALS = split(`
  aap aapr aaps actaa aj ao apj apjl apjs aplett apspr apss araa azh baas bac bain caa cjaa fcp gca grl iaucirc icarus
  jcap jcp jgr jqsrt jrasc memras memsai mnras na nar nat nphysa pasa pasj pasp physrep physscr planss pra prb prc prd
  pre prl procspie psj qjras rmxaa skytel solphys sovast ssr zap
`);

/** Formulas: what KaTeX knows, https://katex.org/docs/supported.html, without what it has of its own. */
const MATH_LETTERS = split(`
  Alpha Beta Chi Delta Epsilon Eta Gamma Iota Kappa Lambda Mu Nu Omega Omicron Phi Pi Psi Rho Sigma Tau Theta Upsilon Xi Zeta
  alpha beta chi delta digamma epsilon eta gamma iota kappa lambda mu nu omega omicron phi pi psi rho sigma tau theta
  thetasym upsilon xi zeta varDelta varGamma varLambda varOmega varPhi varPi varPsi varSigma varTheta varUpsilon varXi
  varcoppa varepsilon varkappa varphi varpi varrho varsigma vartheta
  Bbb Bbbk Complex Finv Game Im N R Re Reals Z alef alefsym aleph beth cnums complement daleth ell eth gimel hbar hslash
  image mho natnums real reals weierp wp
  bm bold boldsymbol cal frak mathbb mathbf mathcal mathfrak mathit mathnormal mathring mathrm mathscr mathsf mathsfit
  mathtt pmb
`);

const MATH_RELATIONS = split(`
  Bumpeq Colonapprox Coloneq Coloneqq Colonsim Doteq Eqcolon Eqqcolon Join Subset Supset Vdash Vvdash approx approxcolon
  approxcoloncolon approxeq asymp backepsilon backsim backsimeq between bowtie bumpeq circeq colonapprox coloncolon
  coloncolonapprox coloncolonequals coloncolonminus coloncolonsim coloneq coloneqq colonequals colonminus colonsim cong
  curlyeqprec curlyeqsucc dashv dblcolon doteq doteqdot eqcirc eqcolon eqqcolon eqsim eqslantgtr eqslantless equalscolon
  equalscoloncolon equiv fallingdotseq frown ge geq geqq geqslant gets gg ggg gggtr gnapprox gneq gneqq gnsim gt gtrapprox
  gtreqless gtreqqless gtrless gtrsim gvertneqq in isin lhd le leq leqq leqslant lessapprox lesseqgtr lesseqqgtr lessgtr
  lesssim ll llless lll lnapprox lneq lneqq lnsim lt lvertneqq mid minuscolon minuscoloncolon models multimap nVDash nVdash
  ncong ne neq ngeq ngeqq ngeqslant ngtr ni nleq nleqq nleqslant nless nmid not notin notni nparallel nprec npreceq nshortmid
  nshortparallel nsim nsubseteq nsubseteqq nsucc nsucceq nsupseteq nsupseteqq ntriangleleft ntrianglelefteq ntriangleright
  ntrianglerighteq nvDash nvdash ordinarycolon owns parallel perp pitchfork prec precapprox preccurlyeq preceq precnapprox
  precneqq precnsim precsim propto ratio rhd risingdotseq shortmid shortparallel sim simcolon simcoloncolon simeq
  smallfrown smallsmile smile sqsubset sqsubseteq sqsupset sqsupseteq sub sube subset subseteq subseteqq subsetneq
  subsetneqq succ succapprox succcurlyeq succeq succnapprox succneqq succnsim succsim supe supset supseteq supseteqq
  supsetneq supsetneqq thickapprox thicksim trianglelefteq triangleq trianglerighteq unlhd unrhd vDash varpropto
  varsubsetneq varsubsetneqq varsupsetneq varsupsetneqq vartriangle vartriangleleft vartriangleright vcentcolon vdash
`);

const MATH_ARROWS = split(`
  Darr Downarrow Harr Larr Leftarrow Leftrightarrow Lleftarrow Longleftarrow Longleftrightarrow Longrightarrow Lrarr Lsh
  Rarr Rightarrow Rrightarrow Rsh Uarr Uparrow Updownarrow circlearrowleft circlearrowright curvearrowleft
  curvearrowright dArr darr dashleftarrow dashrightarrow downarrow downdownarrows downharpoonleft downharpoonright hArr
  harr hookleftarrow hookrightarrow iff impliedby implies lArr larr leadsto leftarrow leftarrowtail leftharpoondown
  leftharpoonup leftleftarrows leftrightarrow leftrightarrows leftrightharpoons leftrightsquigarrow longleftarrow
  longleftrightarrow longmapsto longrightarrow looparrowleft looparrowright lrArr lrarr mapsto nLeftarrow
  nLeftrightarrow nRightarrow nearrow nleftarrow nleftrightarrow nrightarrow nwarrow origof imageof rArr rarr rightarrow
  rightarrowtail rightharpoondown rightharpoonup rightleftarrows rightleftharpoons rightrightarrows rightsquigarrow
  searrow swarrow to twoheadleftarrow twoheadrightarrow uArr uarr uparrow updownarrow upharpoonleft upharpoonright
  upuparrows xLeftarrow xLeftrightarrow xRightarrow xhookleftarrow xhookrightarrow xleftarrow xleftequilibrium
  xleftharpoondown xleftharpoonup xleftrightarrow xleftrightharpoons xlongequal xmapsto xrightarrow xrightequilibrium
  xrightharpoondown xrightharpoonup xrightleftarrows xrightleftharpoons xtofrom xtwoheadleftarrow xtwoheadrightarrow
`);

const MATH_OPERATORS = split(`
  And Cap Cup amalg ast barwedge bigcap bigcirc bigcup bigodot bigoplus bigotimes bigsqcup bigtriangledown bigtriangleup
  biguplus bigvee bigwedge bmod boxdot boxminus boxplus boxtimes bull bullet cap cdot cdotp centerdot circ circledast
  circledcirc circleddash coprod cup curlyvee curlywedge div divideontimes dotplus doublebarwedge doublecap doublecup
  gtrdot idotsint iiiint iiint iint int intercal intop land ldotp leftthreetimes lessdot lor ltimes minuso mod odot oiiint
  oiint oint ominus oplus oslash otimes plim plusmn pm mp pmod pod prod rightthreetimes rtimes sdot setminus smallint
  smallsetminus sqcap sqcup star sum times uplus vee veebar wedge wr
  arccos arcctg arcsin arctan arctg arg argmax argmin ch cos cosec cosh cot cotg coth csc ctg cth deg det dim exp gcd hom inf
  injlim ker lg lim liminf limsup ln log max min Pr projlim sec sh sin sinh sup tan tanh tg varinjlim varliminf varlimsup
  varprojlim
`);

const MATH_SIGNS = split(`
  Box Dagger Diamond Vert angle approx backprime backslash because bigstar blacklozenge blacksquare blacktriangle
  blacktriangledown blacktriangleleft blacktriangleright bot cdots checkmark circledR circledS clubs clubsuit colon
  dagger ddagger ddots degree diagdown diagup diamond diamonds diamondsuit dotsb dotsc dotsi dotsm dotso dotsx empty emptyset exist
  exists flat forall hearts heartsuit infin infty langle lBrace lVert lang lbrace lbrack lceil lfloor lgroup llbracket
  llcorner lmoustache lnot lozenge lparen lq lrcorner lvert maltese mathellipsis mathsterling mathstrut measuredangle nabla
  natural neg nexists partial prime rBrace rVert rang rangle rbrace rbrack rceil restriction rfloor rgroup rmoustache
  rparen rq rrbracket rvert sect sharp spades spadesuit sphericalangle square surd therefore top triangle triangledown
  triangleleft triangleright ulcorner urcorner varnothing varvdots vdots vert yen
`);

const MATH_FORMS = split(`
  Big Bigg Biggl Biggm Biggr Bigl Bigm Bigr big bigg biggl biggm biggr bigl bigm bigr left middle right
  Bra Braket Ket Set bra braket ket set
  acute bar breve check ddddot dddot ddot dot grave hat mathring overbrace overbracket overgroup overleftarrow
  overleftharpoon overleftrightarrow overline overlinesegment overrightarrow Overrightarrow overrightharpoon tilde underbar
  underbrace underbracket undergroup underleftarrow underleftrightarrow underlinesegment underrightarrow utilde vec
  widecheck widehat widetilde
  angl angln atop bcancel binom boxed brace brack cancel cfrac choose clap color colorbox dbinom dfrac displaystyle fbox
  fcolorbox frac genfrac hphantom limits llap mathbin mathchoice mathclap mathclose mathinner mathllap mathop mathopen
  mathord mathpunct mathrel mathrlap nolimits operatorname operatornamewithlimits over overset phantom phase rlap
  scriptscriptstyle scriptstyle smash sqrt stackrel substack tbinom textcolor textstyle tfrac underset vcenter vphantom
  xcancel
  cr hdashline hline nonumber notag tag
`);

/** Commands whose name is letters, without the backslash. */
export const TYPESETTING_COMMANDS: ReadonlySet<string> = new Set([
  ...LETTERS,
  ...LOOKS,
  ...JOURNALS,
  ...MATH_LETTERS,
  ...MATH_RELATIONS,
  ...MATH_ARROWS,
  ...MATH_OPERATORS,
  ...MATH_SIGNS,
  ...MATH_FORMS,
]);

/** Commands of one other character: spaces, accents, and signs that mean something else without the backslash. */
export const TYPESETTING_SIGNS: ReadonlySet<string> = new Set(' \t\n\\{}$%&#_,;:!>|-/()[]`\'^"~=.');

/** Environments: LaTeX calls the command of that name, so that `\begin{input}` would be `\input`. */
export const TYPESETTING_ENVIRONMENTS: ReadonlySet<string> = new Set(
  split(`
    matrix matrix* pmatrix pmatrix* bmatrix bmatrix* Bmatrix Bmatrix* vmatrix vmatrix* Vmatrix Vmatrix* smallmatrix
    array darray subarray cases dcases rcases drcases aligned alignedat gathered split align align* alignat alignat*
    gather gather* equation equation* CD
  `),
);
