package org.colloquy.desktop.ui.shell;

import java.util.List;

/// What can be done everywhere in the window, by its keys or by its name. To add one: a line here,
/// a case in [ShellActions], a text.
public enum Shortcut {
  NEW_CHAT(Area.CONVERSATIONS, "shell.new", "Shortcut+N"),
  PALETTE(Area.WINDOW, "palette.title", "Shortcut+K"),
  SEARCH(Area.CONVERSATIONS, "shell.search", "Shortcut+Shift+F"),
  NEXT(Area.CONVERSATIONS, "shortcut.forward", "Ctrl+Tab"),
  PREVIOUS(Area.CONVERSATIONS, "shortcut.back", "Ctrl+Shift+Tab"),
  LIST(Area.CONVERSATIONS, "shortcut.list", "Shortcut+Shift+L"),
  PIN(Area.CONVERSATIONS, "shortcut.pin", "Shortcut+Shift+P"),
  ARCHIVE(Area.CONVERSATIONS, "shortcut.archive", "Shortcut+Shift+E"),
  MOVE(Area.CONVERSATIONS, "history.move", "Shortcut+Shift+G"),
  TAGS(Area.CONVERSATIONS, "shortcut.tags", "Shortcut+Shift+T"),
  COMPOSER(Area.CHAT, "shortcut.composer", "Shift+Esc", "Shortcut+I"),
  ATTACH(Area.CHAT, "shortcut.attach", "Shortcut+Shift+A"),
  FIND(Area.CHAT, "find.prompt", "Shortcut+F"),
  REGENERATE(Area.CHAT, "shortcut.regenerate", "Shortcut+R"),
  COPY_ANSWER(Area.CHAT, "shortcut.copy.answer", "Shortcut+Shift+C"),
  COPY_CODE(Area.CHAT, "shortcut.copy.code", "Shortcut+Shift+Semicolon"),
  MESSAGE_BEFORE(Area.CHAT, "shortcut.message.before", "Shortcut+Up"),
  MESSAGE_AFTER(Area.CHAT, "shortcut.message.after", "Shortcut+Down"),
  COMPARE(Area.CHAT, "compare.title", "Shortcut+Shift+B"),
  MODELS(Area.CHAT, "model.choose", "Shortcut+Shift+M"),
  QUICK_ASK(Area.CHAT, "quick.title", "Shortcut+Shift+K"),
  SIDEBAR(Area.WINDOW, "shell.sidebar", "Shortcut+Shift+S"),
  SIDE(Area.WINDOW, "shell.side", "Shortcut+Shift+D"),
  LOOK(Area.WINDOW, "shortcut.look"),
  TEXT_LARGER(
      Area.WINDOW, "shortcut.text-larger", "Shortcut+Plus", "Shortcut+Equals", "Shortcut+Add"),
  TEXT_SMALLER(Area.WINDOW, "shortcut.text-smaller", "Shortcut+Minus", "Shortcut+Subtract"),
  TEXT_USUAL(Area.WINDOW, "shortcut.text-usual", "Shortcut+0"),
  SETTINGS(Area.WINDOW, "shell.settings", "Shortcut+Comma"),
  KEYBOARD(Area.WINDOW, "keyboard.title", "Shortcut+Slash", "F1"),
  AGENTS(Area.WINDOW, "shell.agents"),
  TOOLS(Area.WINDOW, "shell.tools"),
  PROMPTS(Area.WINDOW, "shell.prompts"),
  LIBRARY(Area.WINDOW, "library.title"),
  MEMORY(Area.WINDOW, "shell.memory"),
  KEYS(Area.WINDOW, "shell.keys"),
  USAGE(Area.WINDOW, "usage.title"),
  PRIVACY(Area.WINDOW, "shell.privacy"),
  CONNECTION(Area.WINDOW, "connection.title"),
  SHARING(Area.WINDOW, "sharing.title"),
  PEOPLE(Area.WINDOW, "people.title"),
  WELCOME(Area.WINDOW, "welcome.again");

  private final Area area;
  private final String text;
  private final String usual;

  /// What they are about.
  public enum Area {
    CONVERSATIONS,
    CHAT,
    WINDOW
  }

  /// @param text the key of its name
  /// @param usual the keys it has if nobody says otherwise; Shortcut stands for this system's own
  ///   key for shortcuts
  Shortcut(Area area, String text, String... usual) {
    this.area = area;
    this.text = text;
    this.usual = String.join(" ", usual);
  }

  public Area area() {
    return area;
  }

  /// The key of its name.
  public String text() {
    return text;
  }

  List<String> usual() {
    return usual.isEmpty() ? List.of() : List.of(usual.split(" ", -1));
  }
}
