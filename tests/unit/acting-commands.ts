/** Acting commands: primitives of TeX and its engines, and commands of LaTeX, that read, write, run, define, or change meanings. */
export const ACTING_COMMANDS: readonly string[] = `
  write input immediate openout closeout openin closein read readline special directlua latelua luaexec luadirect
  luafunction include includeonly usepackage RequirePackage documentclass csname endcsname catcode lccode uccode sfcode
  mathcode delcode def gdef edef xdef let futurelet global long outer protected expandafter noexpand unexpanded scantokens
  the meaning string number romannumeral jobname shipout output loop iterate repeat endinput end everypar everyjob
  everymath everyhbox everyvbox aftergroup afterassignment endlinechar escapechar newlinechar message errmessage show
  showthe batchmode nonstopmode scrollmode errorstopmode dump font newcommand renewcommand providecommand
  DeclareRobustCommand newenvironment renewenvironment newwrite newread newtoks begingroup endgroup bgroup egroup
  uppercase lowercase if ifx ifcat ifnum ifdim ifodd ifcase iftrue iffalse else fi or verb char chardef mathchardef toks
  count dimen skip setbox box copy unhbox pdfliteral pdfobj pdfannot pdfcatalog pdffiledump pdfmdfivesum pdfshellescape
  pdfsavepos pdfximage pdfcolorstack ShellEscape DocumentMetadata AtBeginDocument AtEndDocument InputIfFileExists
  IfFileExists @@input @input verbatiminput lstinputlisting includegraphics includepdf import subimport makeatletter
  ExplSyntaxOn filecontents typeout typein setkeys hypersetup pdfextension pdfvariable primitive letcharcode mag par
  vspace hspace kern rule raisebox`
  .trim()
  .split(/\s+/);
