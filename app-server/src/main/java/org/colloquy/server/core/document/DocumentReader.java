package org.colloquy.server.core.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.Sentences;
import org.colloquy.server.core.attachment.FileContents;
import org.colloquy.server.core.document.DocumentStore.FileToRead;
import org.colloquy.server.core.document.DocumentText.Page;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads one file to its end: has its text extracted, keeps its pages, and lets them be found by
/// their words.
final class DocumentReader {
  private static final Logger LOG = LoggerFactory.getLogger(DocumentReader.class);

  private static final String UNPLANNED =
      "This file could not be read: something unexpected failed.";

  private final DocumentStore store;
  private final FileContents contents;
  private final Extractor extractor;
  private final PassageIndex index;
  private final Consumer<FileToRead> read;
  private final List<ReadListener> listeners;

  /// @param read told of files that can be found now
  /// @param listeners hear of files whose text was read
  DocumentReader(
      DocumentStore store,
      FileContents contents,
      Extractor extractor,
      PassageIndex index,
      Consumer<FileToRead> read,
      List<ReadListener> listeners) {
    this.store = store;
    this.contents = contents;
    this.extractor = extractor;
    this.index = index;
    this.read = read;
    this.listeners = List.copyOf(listeners);
  }

  /// Whatever goes wrong is noted with the file. When the thread is interrupted, the file stays
  /// unread.
  void read(FileToRead file) {
    try {
      extract(file);
    } catch (ProblemException e) {
      if (!(e.problem() instanceof Problem.NotFound) && !Thread.currentThread().isInterrupted()) {
        refuse(file, Sentences.of(e.problem()));
      }
    } catch (IOException | RuntimeException e) {
      if (!Thread.currentThread().isInterrupted()) {
        LOG.warn("the text of file {} could not be read", file.file(), e);
        note(file, Reading.State.FAILED, UNPLANNED, "");
      }
    }
  }

  private void extract(FileToRead file) throws IOException {
    if (!note(file, Reading.State.READING, "", "")) {
      return;
    }
    DocumentText text;
    try (var content = contents.open(file.file())) {
      text = extractor.extract(content, file.name());
    }
    var pages = StorablePages.of(text.pages());
    if (pages.stream().allMatch(page -> page.text().isBlank())) {
      note(file, Reading.State.NOTHING, "", text.hint());
    } else {
      keep(file, pages, text.hint());
    }
    tell(file, text);
  }

  /// What listeners make of a file is their own; it is read whatever becomes of that.
  private void tell(FileToRead file, DocumentText text) {
    try {
      listeners.forEach(listener -> listener.read(file, text));
    } catch (RuntimeException e) {
      LOG.warn("nothing was made of the text of file {}", file.file(), e);
    }
  }

  private void keep(FileToRead file, List<Page> pages, String hint) {
    var entries = new ArrayList<PassageIndex.Entry>();
    for (var page : pages) {
      for (var span : Chunks.of(page.text())) {
        var chunk = new Chunk(entries.size(), page.number(), span.start(), span.end());
        entries.add(new PassageIndex.Entry(chunk, chunk.of(page.text()), Optional.empty()));
      }
    }
    var chunks = entries.stream().map(PassageIndex.Entry::chunk).toList();
    if (!store.keep(file.file(), pages, chunks, hint)) {
      return;
    }
    index.put(file.file(), entries);
    store.ready(file.file());
    if (store.find(file.file()).isEmpty()) {
      index.remove(file.file()); // removed meanwhile
    } else {
      read.accept(file);
    }
  }

  /// Of a picture nobody expects a text.
  private void refuse(FileToRead file, String why) {
    if (isSeenOrHeard(file.mediaType())) {
      note(file, Reading.State.NOTHING, "", why);
    } else {
      note(file, Reading.State.FAILED, why, "");
    }
  }

  private boolean note(FileToRead file, Reading.State state, String failure, String hint) {
    return store.put(file.file(), new Reading(state, 0, 0, failure, hint));
  }

  private static boolean isSeenOrHeard(String mediaType) {
    return Stream.of("image/", "audio/", "video/").anyMatch(mediaType::startsWith);
  }
}
