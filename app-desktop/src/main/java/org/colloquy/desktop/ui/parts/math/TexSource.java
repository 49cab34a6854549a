package org.colloquy.desktop.ui.parts.math;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// LaTeX as it is handed to what draws it: only what is bounded, touches nothing outside and leaves
/// nothing behind; and a few things that models write in words that are understood.
final class TexSource {
  private static final int LONGEST = 3_000;

  /// Scripts in scripts are laid out several times, so that each level may double the work.
  private static final int DEEPEST = 12;

  private static final int MOST_COMMANDS = 500;
  private static final Pattern COMMENT = Pattern.compile("(?<!\\\\)%[^\\n]*");
  private static final Pattern COMMAND = Pattern.compile("\\\\([a-zA-Z]+|.)", Pattern.DOTALL);
  private static final Pattern BEGIN = Pattern.compile("\\\\(?:begin|end)\\s*\\{([^}]*)\\}");
  private static final Pattern ARGUMENT =
      Pattern.compile(
          "\\\\(?:sqrt|xleftarrow|xrightarrow|smash|cfrac|stackrel|stackbin|rule|[a-z]+box)\\s*$");
  private static final Pattern REPEATED_COLUMNS =
      Pattern.compile("\\\\begin\\s*\\{array\\}\\s*\\{[^}]*\\*");

  /// They read files, change what later formulas mean, or count as far as they are told.
  private static final Set<String> REFUSED =
      Set.of(
          "newcommand",
          "renewcommand",
          "newenvironment",
          "renewenvironment",
          "DeclareMathOperator",
          "DeclareMathSizes",
          "definecolor",
          "magnification",
          "makeatletter",
          "makeatother",
          "includegraphics",
          "jlmDynamic",
          "jlmExternalFont",
          "jlmXML",
          "char",
          "fcscore",
          "longdiv",
          "roman",
          "Roman",
          "multicolumn",
          "hdotsfor");

  private static final Set<String> ENVIRONMENTS =
      Set.of(
          "matrix",
          "smallmatrix",
          "pmatrix",
          "bmatrix",
          "Bmatrix",
          "vmatrix",
          "Vmatrix",
          "array",
          "align",
          "aligned",
          "gather",
          "gathered",
          "multline",
          "split",
          "eqnarray");

  /// A way of writing and how it is understood.
  private record Other(Pattern written, String understood) {
    Other(String written, String understood) {
      this(Pattern.compile(written), understood);
    }
  }

  private static final List<Other> OTHERS =
      List.of(
          new Other("\\\\(begin|end)\\s*\\{(\\w+)\\*\\}", "\\\\$1{$2}"),
          new Other("\\\\(?:begin|end)\\{(?:equation|displaymath|math)\\}", " "),
          new Other("\\\\begin\\{d?cases\\}", "\\\\left\\\\{\\\\begin{array}{ll}"),
          new Other("\\\\end\\{d?cases\\}", "\\\\end{array}\\\\right."),
          new Other("\\\\tag\\*?\\s*\\{([^{}]*)\\}", "\\\\qquad\\\\text{($1)}"),
          new Other("\\\\(?:label|eqref|ref)\\s*\\{[^{}]*\\}", ""),
          new Other("\\\\(?:nonumber|notag)(?![a-zA-Z])", ""),
          new Other("\\\\operatorname\\*", "\\\\operatorname"),
          new Other("\\\\color\\s*(\\{\\w+\\})\\s*\\{", "\\\\textcolor$1{"),
          new Other("\\\\color\\s*\\{\\w+\\}", " "),
          new Other("\\\\[lr]vert(?![a-zA-Z])", "\\\\vert "),
          new Other("\\\\bm(?![a-zA-Z])", "\\\\boldsymbol"),
          new Other("\\\\coloneqq(?![a-zA-Z])", "\\\\colonequals "),
          new Other("\\\\(?:dotsm|dotsi)(?![a-zA-Z])", "\\\\cdots "));

  private TexSource() {}

  /// What may be drawn of it.
  ///
  /// @throws IllegalArgumentException if it is larger than what is drawn, or asks for more than a
  ///   drawing
  static String of(String written) {
    require(written.length() <= LONGEST);
    // Gone before the commands are looked at: what it parts must not become one.
    var tex = COMMENT.matcher(written).replaceAll(" ");
    for (var other : OTHERS) {
      tex = other.written().matcher(tex).replaceAll(other.understood());
    }
    require(COMMAND.matcher(tex).results().count() <= MOST_COMMANDS);
    require(COMMAND.matcher(tex).results().noneMatch(found -> REFUSED.contains(found.group(1))));
    require(BEGIN.matcher(tex).results().allMatch(found -> ENVIRONMENTS.contains(found.group(1))));
    require(!REPEATED_COLUMNS.matcher(tex).find());
    require(depth(tex) <= DEEPEST);
    return tex;
  }

  private static void require(boolean held) {
    if (!held) {
      throw new IllegalArgumentException("not drawn");
    }
  }

  private static int depth(String tex) {
    var open = new ArrayDeque<Character>();
    var deepest = 0;
    for (var i = 0; i < tex.length(); i++) {
      var letter = tex.charAt(i);
      if (letter == '{' || opens(tex, i)) {
        open.push(letter);
      } else if (letter == '}') {
        require(open.contains('{'));
        while (open.pop() != '{') {
          // An option or a bracket that its group ended.
        }
      } else if (closes(tex, i) || (letter == ']' && '[' == top(open))) {
        open.poll();
      }
      deepest = Math.max(deepest, open.size());
      i += letter == '\\' && !opens(tex, i) && !closes(tex, i) ? 1 : 0;
    }
    require(!open.contains('{'));
    return deepest;
  }

  private static char top(ArrayDeque<Character> open) {
    var top = open.peek();
    return top == null ? ' ' : top;
  }

  /// A bracket counts where it is an argument; otherwise it is a sign like others.
  private static boolean opens(String tex, int at) {
    return tex.charAt(at) == '['
        ? ARGUMENT.matcher(tex.substring(Math.max(0, at - 20), at)).find()
        : starts(tex, at, "\\left") || starts(tex, at, "\\begin");
  }

  private static boolean closes(String tex, int at) {
    return starts(tex, at, "\\right") || starts(tex, at, "\\end");
  }

  private static boolean starts(String tex, int at, String command) {
    var end = at + command.length();
    return tex.startsWith(command, at)
        && (end == tex.length() || !Character.isLetter(tex.charAt(end)));
  }
}
