package org.colloquy.desktop.ui.side;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import javafx.fxml.FXML;
import javafx.fxml.FXMLLoader;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.colloquy.desktop.client.SharedEntry;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.PageView;
import org.jspecify.annotations.Nullable;

/// The panel at the right side of the window. Each of its pages is made when it is first shown.
public final class SideView {
  private final SideViewModel model;
  private final Function<String, FXMLLoader> loaders;
  private final Map<SidePage, Made> made = new EnumMap<>(SidePage.class);
  private final Map<SidePage, ToggleButton> buttons = new EnumMap<>(SidePage.class);
  private Subscription bonds = Subscription.EMPTY;
  @FXML private FlowPane sideTabs;
  @FXML private StackPane sidePage;
  @FXML private Label sideOwners;

  private record Made(Node node, PageView view) {}

  /// @param loaders loads the view of an FXML file, seen from a package beside this one
  public SideView(SideViewModel model, Function<String, FXMLLoader> loaders) {
    this.model = model;
    this.loaders = loaders;
  }

  @FXML
  private void initialize() {
    sideTabs.prefWrapLengthProperty().bind(sideTabs.widthProperty()); // else its height is a guess
    var group = new ToggleGroup();
    for (var page : SidePage.values()) {
      var tab = new ToggleButton(Text.of(page.title()));
      tab.getStyleClass().addAll("flat", "side-tab");
      tab.setId("side" + page.name());
      tab.setMinWidth(Region.USE_PREF_SIZE);
      tab.setToggleGroup(group);
      tab.setOnAction(_ -> model.show(page));
      buttons.put(page, tab);
      sideTabs.getChildren().add(tab);
    }
    // As high as its rows are at the width it has, not at a width given once and for all.
    sideTabs.prefWrapLengthProperty().bind(sideTabs.widthProperty());
    bonds =
        Subscription.combine(
            model.page().subscribe((_, _) -> show()),
            model.conversation().subscribe((_, _) -> show()),
            model.shared().subscribe(this::withhold),
            model.happened().subscribe((_, _) -> show()));
    show();
  }

  /// When nobody shares it any more, something else is opened, which is shown then.
  private void withhold(@Nullable SharedEntry shared) {
    if (shared != null) {
      show();
    }
  }

  private void show() {
    var page = model.page().getValue();
    if (page == null) {
      return;
    }
    buttons.forEach((each, tab) -> tab.setSelected(each == page));
    var shared = model.shared().getValue();
    sideOwners.setVisible(shared != null && page.ownersOnly());
    if (shared != null && page.ownersOnly()) {
      made.values().forEach(each -> each.node().setVisible(false));
      sideOwners.setText(Text.of("side.owners", shared.owner()));
    } else {
      var shown = made.computeIfAbsent(page, this::make);
      made.values().forEach(each -> each.node().setVisible(each.equals(shown)));
      shown.view().show(model.conversation().getValue());
    }
  }

  private Made make(SidePage page) {
    var loader = loaders.apply(page.file());
    try {
      Node node = loader.load();
      sidePage.getChildren().add(node);
      return new Made(node, loader.getController());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @FXML
  private void hide() {
    model.hide();
  }

  public void close() {
    bonds.unsubscribe();
    made.values().forEach(each -> each.view().close());
  }
}
