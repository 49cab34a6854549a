package org.colloquy.desktop.ui.parts.markdown;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Tells in code what is a comment, a string, a number or a word of the language. It knows how
/// languages write these, not what they mean, and never looks back, so that its time is that of
/// reading.
final class CodeColours {
  /// More is shown in one colour, in UTF-16 units.
  private static final int MOST = 12_000;

  private static final String NUMBER = "(?<number>\\b\\d[\\w.]*+)";
  private static final String WORD = "(?<word>[\\p{L}_][\\p{L}\\p{N}_]*+)";
  private static final String QUOTED = "\"(?:\\\\.|[^\"\\\\\\n])*+\"?|'(?:\\\\.|[^'\\\\\\n])*+'?";
  private static final Set<String> WORDS =
      Set.of(
          ("abstract and as assert async await begin bool boolean break byte case catch char class"
                  + " const continue def default del delete do double elif else end enum except"
                  + " export extends extern false final finally float fn for foreach from func"
                  + " function global goto if impl implements import in include int interface is"
                  + " lambda let library local long loop match module mut namespace new next nil"
                  + " none nonlocal not null object operator or package pass private protected pub"
                  + " public raise readonly repeat require return self short signed sizeof static"
                  + " string struct super switch template then this throw throws trait true try"
                  + " type typedef typeof union unsigned until use using val var virtual void"
                  + " volatile when where while with xor yield fi done esac")
              .split(" "));
  private static final Set<String> OF_DATABASES =
      Set.of(
          ("select insert update delete create table into values set from where group by order"
                  + " having join left right inner outer full cross on using distinct limit offset"
                  + " alter drop exists between like in is not null and or as asc desc union all"
                  + " case when then else end with recursive primary key references default index"
                  + " view begin commit rollback true false over partition")
              .split(" "));
  private static final Map<String, Language> LANGUAGES = new HashMap<>();

  private record Language(Pattern pattern, Set<String> words) {}

  static {
    speak(
        "//[^\\n]*+|/\\*(?s:.*?)(?:\\*/|\\z)",
        QUOTED + "|`(?:\\\\.|[^`\\\\])*+`?",
        "java kotlin scala groovy c cpp c++ h hpp cs csharp c# js javascript jsx ts typescript tsx"
            + " go rust rs swift php dart css scss json jsonc proto");
    speak(
        "#[^\\n]*+",
        "\"\"\"(?s:.*?)(?:\"\"\"|\\z)|'''(?s:.*?)(?:'''|\\z)|" + QUOTED,
        "python py r julia jl ruby rb bash sh shell zsh perl yaml yml toml ini make makefile"
            + " dockerfile snakemake nextflow awk gnuplot");
    speak(
        "--[^\\n]*+|/\\*(?s:.*?)(?:\\*/|\\z)",
        QUOTED,
        "sql postgresql mysql sqlite lua haskell hs" + " ada vhdl");
    speak("%[^\\n]*+", QUOTED, "matlab octave latex tex bibtex erlang prolog");
    speak("<!--(?s:.*?)(?:-->|\\z)", QUOTED, "html xml svg fxml");
    speak("![^\\n]*+", QUOTED, "fortran f90 f95");
  }

  /// What a stretch is.
  enum Kind {
    PLAIN,
    WORD,
    STRING,
    NUMBER,
    COMMENT
  }

  /// A stretch of code.
  record Run(String text, Kind kind) {}

  private CodeColours() {}

  private static void speak(String comment, String string, String names) {
    var pattern =
        Pattern.compile(
            "(?<comment>" + comment + ")|(?<string>" + string + ")|" + NUMBER + "|" + WORD);
    for (var name : List.of(names.split(" "))) {
      LANGUAGES.put(name, new Language(pattern, name.contains("sql") ? OF_DATABASES : WORDS));
    }
  }

  /// The code in stretches, which together are the code.
  static List<Run> of(String language, String code) {
    var known = LANGUAGES.get(language.toLowerCase(Locale.ROOT));
    if (known == null || code.length() > MOST) {
      return List.of(new Run(code, Kind.PLAIN));
    }
    var runs = new ArrayList<Run>();
    var found = known.pattern().matcher(code);
    var from = 0;
    while (found.find()) {
      var kind = kind(found.start("comment"), found.start("string"), found.start("number"));
      var coloured =
          kind != Kind.WORD || known.words().contains(found.group().toLowerCase(Locale.ROOT));
      if (coloured) {
        add(runs, code.substring(from, found.start()), Kind.PLAIN);
        add(runs, found.group(), kind);
        from = found.end();
      }
    }
    add(runs, code.substring(from), Kind.PLAIN);
    return runs;
  }

  private static Kind kind(int comment, int string, int number) {
    if (comment >= 0) {
      return Kind.COMMENT;
    }
    return string >= 0 ? Kind.STRING : number >= 0 ? Kind.NUMBER : Kind.WORD;
  }

  private static void add(List<Run> runs, String text, Kind kind) {
    if (!text.isEmpty()) {
      runs.add(new Run(text, kind));
    }
  }
}
