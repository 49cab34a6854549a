package org.colloquy.desktop.ui.shell;

import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.parts.DialogView;
import org.colloquy.desktop.ui.parts.ListKeys;

/// The field that finds everything, with the rows that it found.
public final class PaletteView implements DialogView {
  private final PaletteViewModel model;
  private final Shortcuts shortcuts;
  private final ListChangeListener<PaletteRow> first = _ -> selectFirst();
  @FXML private TextField paletteWords;
  @FXML private ListView<PaletteRow> paletteList;

  public PaletteView(PaletteViewModel model, Shortcuts shortcuts) {
    this.model = model;
    this.shortcuts = shortcuts;
  }

  @FXML
  private void initialize() {
    paletteList.setItems(model.rows());
    paletteList.setCellFactory(_ -> new PaletteCell(model, shortcuts));
    paletteList.setPlaceholder(new Label(Text.of("search.nothing")));
    paletteWords.textProperty().bindBidirectional(model.words());
    ListKeys.add(
        paletteWords, paletteList, row -> !(row instanceof PaletteRow.Heading), model::choose);
    model.rows().addListener(first);
  }

  /// Enter takes what fits best.
  private void selectFirst() {
    paletteList.getSelectionModel().clearSelection();
    for (var i = 0; i < model.rows().size(); i++) {
      if (!(model.rows().get(i) instanceof PaletteRow.Heading)) {
        paletteList.getSelectionModel().select(i);
        paletteList.scrollTo(0);
        return;
      }
    }
  }

  @Override
  public void open() {
    model.open();
    paletteList.refresh();
    selectFirst();
    paletteWords.requestFocus();
  }

  @Override
  public void close() {
    model.leave();
    model.rows().removeListener(first);
    paletteWords.textProperty().unbindBidirectional(model.words());
    paletteList.setItems(FXCollections.observableArrayList());
  }
}
