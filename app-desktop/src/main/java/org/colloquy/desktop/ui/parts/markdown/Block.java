package org.colloquy.desktop.ui.parts.markdown;

import java.util.List;
import java.util.stream.Stream;
import org.colloquy.desktop.ui.parts.math.Formula;

/// A block of a Markdown text.
public sealed interface Block {
  /// It and all blocks in it, in the order in which they are read.
  default Stream<Block> all() {
    var inside =
        switch (this) {
          case Quote(var content) -> content.stream();
          case Items(_, var items) -> items.stream().flatMap(item -> item.content().stream());
          case Note(_, var content) -> content.stream();
          case Paragraph _, Heading _, Code _, Equation _, Table _, Rule _ -> Stream.<Block>empty();
        };
    return Stream.concat(Stream.of(this), inside.flatMap(Block::all));
  }

  record Paragraph(List<Inline> content) implements Block {
    public Paragraph {
      content = List.copyOf(content);
    }
  }

  record Heading(int level, List<Inline> content) implements Block {
    public Heading {
      content = List.copyOf(content);
    }
  }

  /// Lines of code.
  ///
  /// @param language as written behind the fence; may be empty
  record Code(String language, String text) implements Block {}

  /// A formula that stands for itself.
  ///
  /// @param text as it was written, with the signs around it
  record Equation(String text, Formula formula) implements Block {}

  record Quote(List<Block> content) implements Block {
    public Quote {
      content = List.copyOf(content);
    }
  }

  /// A list.
  ///
  /// @param first the first number; 0 for a list of bullets
  record Items(int first, List<Item> items) implements Block {
    public Items {
      items = List.copyOf(items);
    }

    public boolean numbered() {
      return first > 0;
    }
  }

  /// An item of a list.
  record Item(List<Block> content, Task task) {
    public Item {
      content = List.copyOf(content);
    }
  }

  /// Whether an item is something to do.
  enum Task {
    NONE,
    OPEN,
    DONE
  }

  /// A footnote.
  ///
  /// @param label by which it is named in the text
  record Note(String label, List<Block> content) implements Block {
    public Note {
      content = List.copyOf(content);
    }
  }

  /// A table.
  ///
  /// @param rows the first one is the head
  record Table(List<List<Cell>> rows) implements Block {
    public Table {
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  record Cell(List<Inline> content, Side side) {
    public Cell {
      content = List.copyOf(content);
    }
  }

  /// To which side a table's column leans.
  enum Side {
    LEFT,
    CENTER,
    RIGHT
  }

  record Rule() implements Block {}
}
