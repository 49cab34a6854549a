package org.colloquy.desktop.ui.side;

/// A page of the side panel, in the order of the tabs.
///
/// To add one: a constant here, with its FXML file and the key of its tab's text; a view in a
/// package of its own that implements [org.colloquy.desktop.ui.parts.PageView] and does not know
/// this package; and a line for the view in `Wiring`. The page is loaded when it is first shown,
/// and is told which conversation is open. To bring it into sight from elsewhere, `Wiring` hands
/// out `() -> side.show(SidePage.X)`. The server shows only the sources to others than the owner of
/// a conversation.
public enum SidePage {
  FILES("../files/Files.fxml", "side.files", Audience.OWNER),
  SOURCES("../sources/Sources.fxml", "side.sources", Audience.READERS),
  TABLES("../tables/Tables.fxml", "side.tables", Audience.OWNER),
  ACTIVITY("../activity/Activity.fxml", "side.activity", Audience.OWNER);

  /// Who sees it of a conversation that is shared.
  private enum Audience {
    OWNER,
    READERS
  }

  private final String file;
  private final String title;
  private final Audience audience;

  /// @param file seen from the shell, or from any other package beside it
  /// @param title the key of the text
  SidePage(String file, String title, Audience audience) {
    this.file = file;
    this.title = title;
    this.audience = audience;
  }

  String file() {
    return file;
  }

  String title() {
    return title;
  }

  /// Whether nobody but the owner of a conversation sees it.
  boolean ownersOnly() {
    return audience == Audience.OWNER;
  }

  /// The page of this name; the first one when there is none.
  static SidePage named(String name) {
    for (var page : values()) {
      if (page.name().equals(name)) {
        return page;
      }
    }
    return FILES;
  }
}
