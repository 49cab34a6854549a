package org.colloquy.desktop.ui.parts.markdown;

import java.util.ArrayList;
import java.util.List;

/// Puts marks into blocks, where a text names its sources. Pure; blocks without a mark stay the
/// same.
public final class Marks {
  private final String text;
  private final List<Place> places;

  /// A place in the text that becomes a mark.
  ///
  /// @param start in the text that was read, in UTF-16 units
  /// @param behind whether the text stays as it is, and the mark stands behind it
  /// @param shown what is shown there, or behind it
  /// @param index by which it is followed
  /// @param lost whether what it says was not found where it should stand
  /// @param name what it is called for people who do not see it
  public record Place(
      int start, int end, boolean behind, String shown, int index, boolean lost, String name) {}

  private Marks(String text, List<Place> places) {
    this.text = text;
    this.places = places;
  }

  /// The blocks with their marks.
  ///
  /// @param text that the blocks were read from
  /// @param places in their order
  public static List<Block> in(List<Block> blocks, String text, List<Place> places) {
    return places.isEmpty() ? blocks : new Marks(text, places).blocks(blocks);
  }

  private List<Block> blocks(List<Block> blocks) {
    return blocks.stream().map(this::block).toList();
  }

  private Block block(Block block) {
    return switch (block) {
      case Block.Paragraph(var content) -> new Block.Paragraph(runs(content));
      case Block.Heading(var level, var content) -> new Block.Heading(level, runs(content));
      case Block.Quote(var content) -> new Block.Quote(blocks(content));
      case Block.Items(var first, var items) ->
          new Block.Items(first, items.stream().map(this::item).toList());
      case Block.Table(var rows) ->
          new Block.Table(rows.stream().map(row -> row.stream().map(this::cell).toList()).toList());
      case Block.Note(var label, var content) -> new Block.Note(label, blocks(content));
      case Block.Code _, Block.Equation _, Block.Rule _ -> block;
    };
  }

  private Block.Item item(Block.Item item) {
    return new Block.Item(blocks(item.content()), item.task());
  }

  private Block.Cell cell(Block.Cell cell) {
    return new Block.Cell(runs(cell.content()), cell.side());
  }

  private List<Inline> runs(List<Inline> runs) {
    var marked = new ArrayList<Inline>();
    for (var run : runs) {
      if (run instanceof Inline.Words words
          && words.start() >= 0
          && !words.styles().contains(Inline.Style.CODE)) {
        words(words, marked);
      } else {
        marked.add(run);
      }
    }
    return marked;
  }

  private void words(Inline.Words words, List<Inline> marked) {
    var from = 0;
    for (var place : places) {
      var at = place.behind() ? place.end() : place.start();
      // A quotation may end where its run ends, a number begins inside of its run.
      boolean here = at >= words.start() && (place.behind() ? at <= words.end() : at < words.end());
      var start = here ? find(words, place, from) : -1;
      if (start >= 0) {
        if (start > from) {
          marked.add(words.part(from, start));
        }
        marked.add(
            new Inline.Mark(
                place.shown(), words.styles(), place.index(), place.lost(), place.name()));
        from = place.behind() ? start : start + place.end() - place.start();
      }
    }
    if (from < words.text().length()) {
      marked.add(from == 0 ? words : words.part(from, words.text().length()));
    }
  }

  /// Where a place is in the words; negative when it is not there.
  private int find(Inline.Words words, Place place, int from) {
    boolean exact = words.end() - words.start() == words.text().length();
    if (place.behind()) {
      var at = place.end() - words.start();
      return exact && at >= from && at > 0 ? at : -1;
    }
    var said = text.substring(place.start(), place.end());
    var at = exact ? place.start() - words.start() : words.text().indexOf(said, from);
    return at >= from && words.text().startsWith(said, at) ? at : -1;
  }
}
