package org.colloquy.desktop.ui.chat;

import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ChangeListener;
import javafx.collections.ListChangeListener;
import javafx.event.EventTarget;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane.ScrollBarPolicy;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.Ancestry;
import org.colloquy.desktop.ui.parts.LayoutRoot;
import org.colloquy.desktop.ui.parts.SharedSelection;
import org.fxmisc.flowless.VirtualFlow;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.jspecify.annotations.Nullable;

/// The messages, of which only those exist as nodes that can be seen. It keeps the end in view
/// until the reader scrolls up, and from then on leaves the text where it is.
final class MessageFlow extends StackPane {
  private static final double NEAR = 3;
  private static final double STEP = 60;
  private static final double EDGE = 24;

  /// So many messages before the first one that was fetched, those before it are fetched.
  private static final int AHEAD = 20;

  private final ChatViewModel chat;
  private final VirtualFlow<MessageViewModel, MessageCell> flow;
  private final ReadOnlyBooleanWrapper atEnd = new ReadOnlyBooleanWrapper(true);
  private final ReadOnlyBooleanWrapper news = new ReadOnlyBooleanWrapper(false);
  private final ListChangeListener<MessageViewModel> moved = _ -> watchLast();
  private final ChangeListener<Object> sized = (_, _, _) -> stick();
  private @Nullable MessageViewModel watched;
  private boolean toBeginning;
  private Subscription lastGrows = Subscription.EMPTY;
  private final Subscription pointing;

  MessageFlow(ChatViewModel chat, MessageActions actions) {
    this.chat = chat;
    this.flow = VirtualFlow.createVertical(chat.messages(), each -> new MessageCell(each, actions));
    var pane = new VirtualizedScrollPane<>(flow, ScrollBarPolicy.NEVER, ScrollBarPolicy.AS_NEEDED);
    getStyleClass().add("message-flow");
    getChildren().add(new LayoutRoot(pane));
    flow.setFocusTraversable(true);
    flow.setAccessibleRole(AccessibleRole.LIST_VIEW);
    flow.setAccessibleText(Text.of("chat.messages"));
    chat.messages().addListener(moved);
    heightProperty().addListener(sized);
    widthProperty().addListener(sized);
    addEventFilter(ScrollEvent.SCROLL, event -> scrolled(event.getDeltaY()));
    addEventFilter(MouseEvent.MOUSE_PRESSED, event -> letGo(event.getTarget()));
    addEventFilter(MouseEvent.MOUSE_DRAGGED, this::dragged);
    addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> Platform.runLater(this::look));
    flow.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    flow.addEventHandler(MouseEvent.MOUSE_PRESSED, _ -> flow.requestFocus());
    watchLast();
    pointing =
        Subscription.combine(
            atEnd.subscribe(now -> news.set(news.get() && !now)),
            chat.pointed().subscribe(this::leadTo),
            chat.earlier().coming().subscribe(this::begin),
            actions.find().found().subscribe(this::leadTo));
  }

  /// Who wanted to the beginning gets there when it has come.
  private void begin(boolean coming) {
    if (!coming && toBeginning && !chat.messages().isEmpty()) {
      Platform.runLater(() -> flow.showAsFirst(0));
    }
    toBeginning = coming && toBeginning;
  }

  /// Brings a message into view and leaves the text there.
  private void leadTo(@Nullable MessageViewModel message) {
    int place = message == null ? -1 : chat.messages().indexOf(message);
    if (place >= 0) {
      atEnd.set(false);
      flow.showAsFirst(place);
      Platform.runLater(this::look);
    }
  }

  /// Brings a place in a message that is in view into the middle.
  static void reveal(Node place) {
    for (var node = place.getParent(); node != null; node = node.getParent()) {
      if (node instanceof MessageFlow around) {
        around.lead(place);
      }
    }
  }

  private void lead(Node place) {
    var bounds = place.localToScene(place.getBoundsInLocal());
    var inFlow = flow.sceneToLocal(bounds);
    if (inFlow.getMinY() < EDGE || inFlow.getMaxY() > flow.getHeight() - EDGE) {
      for (var i = first(); i <= flow.getLastVisibleIndex(); i++) {
        var row = flow.getCell(i).getNode();
        if (Ancestry.isIn(place, row)) {
          atEnd.set(false);
          flow.showAtOffset(i, flow.getHeight() / 2 - row.sceneToLocal(bounds).getCenterY());
        }
      }
    }
  }

  private void leadTo(FindViewModel.Found found) {
    var message = found.message();
    int place = message == null ? -1 : chat.messages().indexOf(message);
    if (place >= 0) {
      atEnd.set(atEnd.get() && !overflows());
      if (flow.getCellIfVisible(place).isEmpty()) {
        flow.showAsFirst(place);
        flow.layout();
      }
      Platform.runLater(
          () -> flow.getCellIfVisible(place).flatMap(MessageCell::foundNow).ifPresent(this::lead));
    }
  }

  /// The place of the first message that can be seen.
  int first() {
    return chat.messages().isEmpty() ? 0 : Math.max(0, flow.getFirstVisibleIndex());
  }

  /// Whether the end is in view and will stay there.
  ReadOnlyBooleanProperty atEnd() {
    return atEnd.getReadOnlyProperty();
  }

  /// Whether something was said below while the end is not in view.
  ReadOnlyBooleanProperty news() {
    return news.getReadOnlyProperty();
  }

  /// Moves the focus to the message so many places further and brings it into view; false when
  /// there is none behind.
  boolean step(int by) {
    int last = chat.messages().size() - 1;
    int here = focused();
    int next = here < 0 ? (by < 0 ? flow.getLastVisibleIndex() : first()) : here + by;
    if (next > last) {
      return false;
    }
    int place = Math.max(0, next);
    if (!isWhollyVisible(place)) {
      atEnd.set(false);
      flow.showAsFirst(place);
      flow.layout();
    }
    flow.getCellIfVisible(place).ifPresent(cell -> cell.getNode().requestFocus());
    Platform.runLater(this::look);
    return true;
  }

  /// The place of the message in which the focus is; negative for none.
  private int focused() {
    var owner = getScene() == null ? null : getScene().getFocusOwner();
    for (var i = first(); owner != null && i <= flow.getLastVisibleIndex(); i++) {
      if (Ancestry.isIn(owner, flow.getCell(i).getNode())) {
        return i;
      }
    }
    return -1;
  }

  private boolean isWhollyVisible(int place) {
    return flow.getCellIfVisible(place)
        .map(cell -> cell.getNode().getBoundsInParent())
        .filter(bounds -> bounds.getMinY() >= 0 && bounds.getMaxY() <= flow.getHeight() + NEAR)
        .isPresent();
  }

  void jumpToEnd() {
    atEnd.set(true);
    stick();
  }

  private void watchLast() {
    var last = chat.messages().isEmpty() ? null : chat.messages().getLast();
    if (last != watched) {
      lastGrows.unsubscribe();
      watched = last;
      lastGrows = last == null ? Subscription.EMPTY : last.revision().subscribe(_ -> grew());
    }
    stick();
  }

  private void grew() {
    stick();
    if (!atEnd.get() && chat.state().get() instanceof ChatState.Answering) {
      news.set(true);
    }
  }

  private void stick() {
    if (chat.messages().isEmpty()) {
      atEnd.set(true);
    } else if (atEnd.get()) {
      flow.showAsLast(chat.messages().size() - 1);
    }
  }

  private void scrolled(double up) {
    toBeginning = false;
    if (up > 0 && overflows()) {
      atEnd.set(false);
    }
    Platform.runLater(this::look);
  }

  /// Dragging the bar is scrolling, too.
  private void letGo(EventTarget target) {
    for (var node = target instanceof Node hit ? hit : null;
        node != null;
        node = node.getParent()) {
      if (node instanceof ScrollBar && overflows()) {
        atEnd.set(false);
      }
    }
  }

  /// What is selected beyond the edge comes into view.
  private void dragged(MouseEvent event) {
    if (event.getTarget() instanceof Node hit && SharedSelection.textAround(hit) != null) {
      var y = sceneToLocal(event.getSceneX(), event.getSceneY()).getY();
      if (y < EDGE) {
        scroll(-EDGE);
      } else if (y > getHeight() - EDGE) {
        scroll(EDGE);
      }
    }
  }

  private boolean overflows() {
    return !endIsVisible()
        || flow.getCellIfVisible(0)
            .map(cell -> cell.getNode().getBoundsInParent().getMinY() < 0)
            .orElse(true);
  }

  /// Notices that the reader is back at the end, or near the beginning.
  private void look() {
    if (!atEnd.get() && endIsVisible()) {
      atEnd.set(true);
    }
    if (!atEnd.get() && first() < AHEAD) {
      chat.earlier().fetch();
    }
  }

  private boolean endIsVisible() {
    var last = chat.messages().size() - 1;
    return last < 0
        || flow.getCellIfVisible(last)
            .map(cell -> cell.getNode().getBoundsInParent().getMaxY() <= flow.getHeight() + NEAR)
            .orElse(false);
  }

  private void key(KeyEvent event) {
    var page = flow.getHeight() * 0.9;
    switch (event.getCode()) {
      case UP -> scroll(-STEP);
      case DOWN -> scroll(STEP);
      case PAGE_UP -> scroll(-page);
      case PAGE_DOWN, SPACE -> scroll(page);
      case HOME -> {
        atEnd.set(!overflows());
        flow.showAsFirst(0);
        look();
        toBeginning = chat.earlier().coming().get();
      }
      case END -> jumpToEnd();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void scroll(double down) {
    flow.scrollYBy(down);
    scrolled(-down);
  }

  void close() {
    chat.messages().removeListener(moved);
    lastGrows.unsubscribe();
    pointing.unsubscribe();
    flow.dispose();
  }
}
