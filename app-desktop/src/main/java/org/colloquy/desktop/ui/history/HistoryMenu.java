package org.colloquy.desktop.ui.history;

import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.colloquy.desktop.client.ConversationEntry;
import org.colloquy.desktop.client.FolderEntry;
import org.colloquy.desktop.text.Text;

/// What can be done with rows of the sidebar. It is put together when it is shown.
final class HistoryMenu {
  private final HistoryViewModel model;

  HistoryMenu(HistoryViewModel model) {
    this.model = model;
  }

  /// For conversations.
  ///
  /// @param rename starts editing the title, if it is one conversation
  /// @param tag starts editing the tags, if it is one conversation
  ContextMenu of(List<ConversationEntry> chosen, Runnable rename, Runnable tag) {
    var commands = model.commands();
    var menu = new ContextMenu();
    var items = menu.getItems();
    if (chosen.size() == 1) {
      items.add(item("history.rename", rename));
    }
    items.add(item(pinText(chosen), () -> commands.pin(chosen)));
    items.add(item(markText(chosen), () -> commands.mark(chosen)));
    items.add(move(chosen));
    if (chosen.size() == 1) {
      items.add(item("history.tags.edit", tag));
    }
    items.add(item(archiveText(chosen), () -> commands.archive(chosen)));
    if (chosen.size() == 1) {
      items.add(item("history.export", () -> model.export(chosen.getFirst())));
      items.add(item("history.share", () -> commands.share(chosen.getFirst())));
    }
    items.add(new SeparatorMenuItem());
    items.add(item("history.remove", () -> model.remove(chosen)));
    return menu;
  }

  private static String pinText(List<ConversationEntry> chosen) {
    return HistoryCommands.all(chosen, each -> each.place().pinned())
        ? "history.unpin"
        : "history.pin";
  }

  private static String markText(List<ConversationEntry> chosen) {
    return HistoryCommands.all(chosen, each -> each.place().unread())
        ? "history.mark-read"
        : "history.mark-unread";
  }

  private static String archiveText(List<ConversationEntry> chosen) {
    return HistoryCommands.all(chosen, each -> each.place().archived())
        ? "history.unarchive"
        : "history.archive";
  }

  private Menu move(List<ConversationEntry> chosen) {
    var menu = new Menu(Text.of("history.move"));
    menu.getItems().setAll(places(chosen));
    return menu;
  }

  /// The folders as a menu of their own.
  ContextMenu moving(List<ConversationEntry> chosen) {
    var menu = new ContextMenu();
    menu.getItems().setAll(places(chosen));
    return menu;
  }

  private List<MenuItem> places(List<ConversationEntry> chosen) {
    var items = new java.util.ArrayList<MenuItem>();
    for (var folder : model.known().now().get().folders()) {
      var item = new MenuItem(folder.name());
      item.setMnemonicParsing(false);
      item.setOnAction(_ -> model.commands().move(chosen, folder.id()));
      items.add(item);
    }
    if (!items.isEmpty()) {
      items.add(new SeparatorMenuItem());
    }
    items.add(item("history.move.none", () -> model.commands().move(chosen, null)));
    items.add(item("history.folder.add", () -> addWith(chosen)));
    return items;
  }

  private void addWith(List<ConversationEntry> chosen) {
    model
        .known()
        .addFolder(
            Text.of("history.folder.add"), folder -> model.commands().move(chosen, folder.id()));
  }

  /// For a folder.
  ContextMenu of(FolderEntry folder, Runnable rename) {
    var menu = new ContextMenu();
    menu.getItems()
        .setAll(
            item("history.rename", rename),
            item("history.folder.remove", () -> model.known().removeFolder(folder.id())));
    return menu;
  }

  private static MenuItem item(String key, Runnable action) {
    var item = new MenuItem(Text.of(key));
    item.setOnAction(_ -> action.run());
    return item;
  }
}
