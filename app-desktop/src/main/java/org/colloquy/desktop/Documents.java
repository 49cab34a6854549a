package org.colloquy.desktop;

import javafx.beans.value.ObservableValue;
import org.colloquy.desktop.client.ReferencePlace;
import org.colloquy.desktop.client.SearchHit;
import org.colloquy.desktop.ui.bibliography.BibliographyViewModel;
import org.colloquy.desktop.ui.parts.sources.SourceLine;
import org.colloquy.desktop.ui.reader.ReaderViewModel;
import org.colloquy.desktop.ui.shell.ShellViewModel;
import org.colloquy.desktop.ui.shell.ShellViewModel.Dialog;
import org.colloquy.model.ConversationId;
import org.colloquy.model.MessageId;
import org.jspecify.annotations.Nullable;

/// The ways from everywhere in the window to the documents: to their pages, and to what they are as
/// publications.
record Documents(
    ReaderViewModel reader,
    BibliographyViewModel bibliography,
    ShellViewModel shell,
    ObservableValue<@Nullable ConversationId> conversation) {
  /// Shows the page of a source.
  void openPage(SourceLine line) {
    reader.open(line);
    shell.dialog().set(Dialog.READER);
  }

  /// Shows what was found, and the page if it is one.
  void openFound(SearchHit hit) {
    shell.show(hit);
    SourceLine.of(hit).ifPresent(this::openPage);
  }

  /// Shows the publications that an answer of the open conversation cites.
  void openCited(MessageId answer) {
    var here = conversation.getValue();
    if (here != null) {
      open(new ReferencePlace.Cited(here, answer));
    }
  }

  /// Shows what all files of the open conversation are as publications.
  void openAll() {
    var here = conversation.getValue();
    if (here != null) {
      open(new ReferencePlace.All(here));
    }
  }

  private void open(ReferencePlace place) {
    bibliography.open(place);
    shell.dialog().set(Dialog.BIBLIOGRAPHY);
  }
}
