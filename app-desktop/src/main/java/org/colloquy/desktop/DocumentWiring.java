package org.colloquy.desktop;

import java.util.Map;
import java.util.function.Supplier;
import org.colloquy.desktop.client.FileClient;
import org.colloquy.desktop.client.ReferenceClient;
import org.colloquy.desktop.client.SourceClient;
import org.colloquy.desktop.ui.bibliography.BibliographyView;
import org.colloquy.desktop.ui.bibliography.BibliographyViewModel;
import org.colloquy.desktop.ui.chat.ChatViewModel;
import org.colloquy.desktop.ui.reader.DecodedPicture;
import org.colloquy.desktop.ui.reader.ReaderView;
import org.colloquy.desktop.ui.reader.ReaderViewModel;
import org.colloquy.desktop.ui.shell.ShellViewModel;
import org.colloquy.desktop.ui.sources.SourcesView;
import org.colloquy.desktop.ui.sources.SourcesViewModel;

/// What shows papers: the sources of answers, their pages, and what they are as publications.
record DocumentWiring(
    SourcesViewModel sources,
    ReaderViewModel reader,
    BibliographyViewModel bibliography,
    Documents documents) {
  static DocumentWiring of(
      FileClient files, ShellViewModel shell, ChatViewModel chat, Wiring.Outside outside) {
    var client = new SourceClient(outside.server());
    var background = outside.background();
    var sources = new SourcesViewModel(client, background);
    var reader = new ReaderViewModel(client, background, DecodedPicture::of);
    var references = new ReferenceClient(outside.server());
    var bibliography = new BibliographyViewModel(references, files, background);
    var documents = new Documents(reader, bibliography, shell, chat.conversation());
    return new DocumentWiring(sources, reader, bibliography, documents);
  }

  /// What makes their views.
  Map<Class<?>, Supplier<Object>> views(Wiring.Outside outside, Runnable closeDialog) {
    return Map.of(
        SourcesView.class,
        () -> new SourcesView(sources, documents::openPage),
        ReaderView.class,
        () -> new ReaderView(reader, closeDialog),
        BibliographyView.class,
        () ->
            new BibliographyView(
                bibliography, outside.saveDialog(), outside.openDialog(), closeDialog));
  }
}
