package org.colloquy.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.javafx.scene.input.DragboardHelper;
import com.sun.javafx.tk.TKClipboard;
import com.sun.javafx.tk.Toolkit;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.PickResult;
import javafx.scene.input.TransferMode;
import org.colloquy.desktop.settings.Look;
import org.junit.jupiter.api.Test;

class SidebarWindowTest extends WindowTest {
  private UUID thesis = new UUID(0, 0);
  private UUID unread = new UUID(0, 0);

  @Override
  void prepare() {
    var talks = server.conversations();
    thesis = talks.folders().add("Thesis");
    talks.folders().add("Drafts");
    add("Gneiss in the Alps", 40, thesis);
    add("Thin sections", 50, thesis);
    var pinned = talks.add("Reading list", ago(90), List.of("a", "b"));
    talks.change(pinned, head -> head.put("pinned", true));
    talks.add("Field notes", ago(0), List.of("a", "Notes of the field."));
    unread = talks.add("Survey of wells", ago(1), List.of("a", "All wells."));
    talks.change(unread, head -> head.put("unread", true).putArray("tags").add("wells"));
    var old = talks.add("Old plans", ago(400), List.of("a", "b"));
    talks.change(old, head -> head.put("archived", true));
  }

  private void add(String title, int days, UUID folder) {
    var id = server.conversations().add(title, ago(days), List.of("a", "b"));
    server.conversations().change(id, head -> head.put("folder", folder.toString()));
  }

  private static Instant ago(int days) {
    return Instant.now().minus(Duration.ofDays(days));
  }

  private Node cell(String title) {
    Node node =
        lookup(".history-line .label").match((Label one) -> one.getText().equals(title)).query();
    while (!(node instanceof ListCell)) {
      node = node.getParent();
    }
    return node;
  }

  private void picture(String name) {
    interact(() -> Pictures.save(scene(), name + "-light"));
    interact(() -> settings.change(now -> now.withLook(Look.DARK)));
    interact(() -> Pictures.save(scene(), name + "-dark"));
    interact(() -> settings.change(now -> now.withLook(Look.LIGHT)));
  }

  private String folderOf(String title) {
    return onWindow(() ->
        wiring.shell().history().known().now().get().conversations().stream()
            .filter(each -> each.title().equals(title))
            .map(each -> String.valueOf(each.place().folder()))
            .findFirst()
            .orElse("gone"));
  }

  @Test
  void showsPinnedOnesFoldersAndWhatWasNotSeen() {
    untilSays("Reading list");
    clickOn("Field notes");
    untilSays("Notes of the field.");
    picture("sidebar");
    assertThat(cell("Survey of wells").getAccessibleText()).isEqualTo("Survey of wells, unread");
    assertThat(cell("Thesis").getAccessibleText()).isEqualTo("Folder Thesis, 2, open");
    clickOn("Survey of wells");
    untilSays("All wells.");
    until(() -> "Survey of wells".equals(cell("Survey of wells").getAccessibleText()));
    clickOn("Thesis");
    until(() -> !says("Thin sections"));
    assertThat(settings.get().navigation().folded()).containsExactly(thesis.toString());
  }

  @Test
  void pinsMovesAndArchivesByTheMenu() {
    untilSays("Field notes");
    clickOn("Field notes", MouseButton.SECONDARY);
    untilSays("Mark as unread");
    interact(() -> Pictures.save(scene(), "sidebar-menu"));
    clickOn("Pin");
    until(() -> says("Field notes") && !says("Today"));
    clickOn("Field notes", MouseButton.SECONDARY);
    clickOn("Archive");
    until(() -> !says("Field notes"));
    clickOn("#archiveButton");
    until(() -> says("Old plans") && says("Field notes"));
    picture("sidebar-archive");
    clickOn("Old plans", MouseButton.SECONDARY);
    clickOn("Take out of the archive");
    until(() -> !says("Old plans"));
    clickOn("#archiveButton");
    untilSays("Old plans");
  }

  @Test
  void makesRenamesAndRemovesFolders() {
    untilSays("Thesis");
    clickOn("#folderButton");
    until(() -> shows(".history-cell .text-field"));
    write("Letters").push(KeyCode.ENTER);
    untilSays("Letters");
    assertThat(server.conversations().folders().names()).contains("Letters");
    clickOn("Thesis", MouseButton.SECONDARY);
    clickOn("Remove folder, keep conversations");
    until(() -> !says("Thesis"));
    assertThat(says("Thin sections")).isTrue();
    assertThat(server.conversations().titles()).contains("Gneiss in the Alps", "Thin sections");
  }

  @Test
  void tagsAndFindsByTag() {
    untilSays("Field notes");
    clickOn("Field notes", MouseButton.SECONDARY);
    clickOn("Tags…");
    until(() -> shows(".history-cell .text-field"));
    write("wells, notes").push(KeyCode.ENTER);
    clickOn("#tagFilter");
    untilSays("notes");
    clickOn("notes");
    until(() -> !says("Survey of wells"));
    assertThat(says("Field notes")).isTrue();
    assertThat(says("Thesis")).isFalse();
  }

  @Test
  void takesWhatIsDraggedOntoAFolder() {
    untilSays("Field notes");
    drag("Drafts", "Field notes", "Survey of wells");
    until(() -> !folderOf("Field notes").equals("null"));
    until(() -> folderOf("Survey of wells").equals(folderOf("Field notes")));
    assertThat(folderOf("Field notes")).isNotEqualTo(thesis.toString());
    interact(() -> Pictures.save(scene(), "sidebar-dropped"));
    drag("Reading list", "Thin sections");
    until(() -> folderOf("Thin sections").equals("null"));
  }

  /// The headless platform knows no drags, so that this is made as the toolkit makes it.
  private void drag(String onto, String... titles) {
    interact(() -> {
      var board = DragboardHelper.createDragboard(clipboard());
      var content = new ClipboardContent();
      content.put(
          DataFormat.lookupMimeType("application/x-colloquy-conversations"),
          Stream.of(titles).map(this::id).collect(Collectors.joining("\n")));
      board.setContent(content);
      var to = cell(onto);
      for (var type : List.of(DragEvent.DRAG_OVER, DragEvent.DRAG_DROPPED)) {
        to.fireEvent(event(type, to, board));
      }
    });
  }

  private String id(String title) {
    return wiring.shell().history().known().now().get().conversations().stream()
        .filter(each -> each.title().equals(title))
        .findFirst()
        .orElseThrow()
        .id()
        .toString();
  }

  private static TKClipboard clipboard() {
    var local = Toolkit.getToolkit().createLocalClipboard();
    return (TKClipboard)
        Proxy.newProxyInstance(
            TKClipboard.class.getClassLoader(),
            new Class<?>[] {TKClipboard.class},
            (_, method, arguments) ->
                method.getName().equals("getTransferModes")
                    ? Set.of(TransferMode.MOVE)
                    : method.invoke(local, arguments));
  }

  private static DragEvent event(EventType<DragEvent> type, Node at, Dragboard board) {
    return new DragEvent(
        null, at, type, board, 5, 5, 5, 5, TransferMode.MOVE, null, at, new PickResult(at, 5, 5));
  }

  @Test
  void showsOnlyWhatIsOnTheScreenOfAThousand() {
    for (int i = 0; i < 1_000; i++) {
      server.conversations().add("Talk " + i, ago(2), List.of());
    }
    interact(() -> wiring.shell().load());
    untilSays("Talk 999");
    ListView<?> list = lookup("#list").queryListView();
    assertThat(onWindow(() -> list.getItems().size())).isGreaterThan(1_000);
    assertThat(onWindow(() -> list.lookupAll(".history-cell").size())).isLessThan(60);
  }

  @Test
  void deletesSeveralAtOnceAndBringsThemBack() {
    untilSays("Field notes");
    clickOn("Field notes");
    untilSays("Notes of the field.");
    push(KeyCode.SHIFT, KeyCode.DOWN).push(KeyCode.SHIFT, KeyCode.DOWN).push(KeyCode.DELETE);
    untilSays("2 conversations deleted");
    assertThat(server.conversations().titles()).doesNotContain("Field notes", "Survey of wells");
    clickOn("Undo");
    until(() -> says("Field notes") && says("Survey of wells"));
  }
}
