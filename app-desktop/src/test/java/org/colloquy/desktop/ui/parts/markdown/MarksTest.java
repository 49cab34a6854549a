package org.colloquy.desktop.ui.parts.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarksTest {
  private static final Pattern NUMBER = Pattern.compile("\\[\\d\\]");

  private static List<Marks.Place> places(String text) {
    var places = new ArrayList<Marks.Place>();
    var found = NUMBER.matcher(text);
    while (found.find()) {
      places.add(
          new Marks.Place(
              found.start(), found.end(), false, found.group(), places.size(), false, ""));
    }
    return places;
  }

  private static List<Block> marked(String text) {
    return Marks.in(new Markdown(text).blocks(), text, places(text));
  }

  /// What the paragraphs say, marks between bars.
  private static String said(List<Block> blocks) {
    return blocks.stream().map(MarksTest::said).collect(Collectors.joining("/"));
  }

  private static String said(Block block) {
    return switch (block) {
      case Block.Paragraph(var content) -> runs(content);
      case Block.Heading(_, var content) -> runs(content);
      case Block.Quote(var content) -> said(content);
      case Block.Items(_, var items) ->
          items.stream().map(item -> said(item.content())).collect(Collectors.joining(","));
      case Block.Table(var rows) ->
          rows.stream()
              .flatMap(List::stream)
              .map(cell -> runs(cell.content()))
              .collect(Collectors.joining(","));
      case Block.Code(_, var text) -> text;
      case Block.Note(_, var content) -> said(content);
      case Block.Equation(var text, _) -> text;
      case Block.Rule _ -> "-";
    };
  }

  private static String runs(List<Inline> runs) {
    return runs.stream()
        .map(run -> run instanceof Inline.Mark mark ? "|" + mark.text() + "|" : run.text())
        .collect(Collectors.joining());
  }

  @Test
  void marksNumbersWhereverWordsStand() {
    assertThat(said(marked("Ice [1] and **bold [2]**.\n\n- item [3]\n\n> said [4]\n> more [5]")))
        .isEqualTo("Ice |[1]| and bold |[2]|./item |[3]|/said |[4]| more |[5]|");
    assertThat(said(marked("# Head [1]\n\n| a [2] | b |\n|---|---|\n| c | d [3] |")))
        .isEqualTo("Head |[1]|/a |[2]|,b,c,d |[3]|");
  }

  @Test
  void leavesCodeAlone() {
    var text = "Use `a[1]` here [2].\n\n```\nb[3]\n```\n";
    assertThat(said(marked(text))).isEqualTo("Use a[1] here |[2]|./b[3]");
  }

  @Test
  void marksAlsoBehindWhatIsWrittenInAnotherWay() {
    assertThat(said(marked("Tom &amp; Ann [1], \\*not* strong [2]\nand a line  \nbroken [3]")))
        .isEqualTo("Tom & Ann |[1]|, *not* strong |[2]| and a line\nbroken |[3]|");
  }

  @Test
  void marksNothingWhereNobodyCites() {
    var text = "See [1] there.";
    var blocks = new Markdown(text).blocks();
    assertThat(Marks.in(blocks, text, List.of())).isSameAs(blocks);
  }

  @Test
  void marksBehindAQuotationWithoutANumber() {
    var text = "He says “all is well” and left.";
    var end = text.indexOf('”') + 1;
    var place = new Marks.Place(8, end, true, " ⚠ not found", 0, true, "");
    assertThat(said(Marks.in(new Markdown(text).blocks(), text, List.of(place))))
        .isEqualTo("He says “all is well”| ⚠ not found| and left.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "One [1] two [2].\n\nThree [3]\nfour [4].\n\n* a [5]\n* b [6]\n",
        "> q [1]\n>> d [2]\n\n1. x [3]\n   y [4]\n\nend [5]",
      })
  void marksTheSamePlacesHoweverTheTextCame(String text) {
    var growing = new Markdown("");
    for (var i = 0; i < text.length(); i++) {
      growing.append(text.substring(i, i + 1));
      growing.blocks();
    }
    assertThat(Marks.in(growing.blocks(), text, places(text))).isEqualTo(marked(text));
    assertThat(said(marked(text)).chars().filter(each -> each == '|').count())
        .isEqualTo(2L * places(text).size());
  }
}
