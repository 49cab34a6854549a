package org.colloquy.server.core.document;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.colloquy.model.AccountId;
import org.colloquy.model.Attachment;
import org.colloquy.model.AttachmentId;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.attachment.AttachmentStore;
import org.colloquy.server.core.attachment.FileContents;
import org.colloquy.server.core.attachment.FileListener;
import org.colloquy.server.core.cluster.Signal;
import org.colloquy.server.core.cluster.Switchboard;
import org.colloquy.server.core.document.DocumentStore.FileToRead;
import org.colloquy.server.core.embedding.TextEmbedder;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.RunningWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The texts of files: reads those that arrive, in the background, and tells how far it is. Other
/// people's are not found.
public final class Documents implements FileListener, RunningWork, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Documents.class);

  /// How many files are read at the same time.
  static final int AT_ONCE = 2;

  private final DocumentStore store;
  private final AttachmentStore attachments;
  private final PassageIndex index;
  private final TextEmbedder embedder;
  private final FairQueue reading;
  private final FairQueue meanings;
  private final Switchboard switchboard;

  /// What files are read with, and found again.
  public record Means(Extractor extractor, PassageIndex index, TextEmbedder embedder) {}

  /// @param contents of files
  /// @param listeners hear of every file whose text was read
  public Documents(
      DocumentStore store,
      AttachmentStore attachments,
      FileContents contents,
      Means means,
      Switchboard switchboard,
      List<ReadListener> listeners) {
    this.switchboard = switchboard;
    this.store = store;
    this.attachments = attachments;
    this.index = means.index();
    this.embedder = means.embedder();
    var meaning = new Meanings(store, index, embedder);
    this.meanings =
        new FairQueue(
            "meanings",
            1,
            file -> {
              meaning.of(file);
              tellOthers(file.file());
            });
    var reader =
        new DocumentReader(store, contents, means.extractor(), index, meanings::add, listeners);
    this.reading = new FairQueue("reading", AT_ONCE, file -> read(reader, file));
    switchboard.on(Signal.FileChanged.class, (_, signal) -> follow(signal.file()));
  }

  private void read(DocumentReader reader, FileToRead file) {
    try {
      reader.read(file);
    } finally {
      switchboard.servers().unclaim(claim(file));
      tellOthers(file.file());
    }
  }

  private void tellOthers(AttachmentId file) {
    switchboard.tellOthers(exchange -> new Signal.FileChanged(exchange, file));
  }

  private static String claim(FileToRead file) {
    return "reading " + file.file();
  }

  /// Takes in what another server read, or forgets what it removed.
  private void follow(AttachmentId file) {
    if (store.find(file).isEmpty()) {
      index.remove(file);
    } else {
      takeIn(file);
    }
  }

  /// Takes in what the index does not have of a file.
  ///
  /// @return how much of it there is
  private DocumentStore.Extent takeIn(AttachmentId file) {
    var extent = store.extent(file, embedder.model());
    if (!index.has(file, extent.chunks(), extent.meanings())) {
      index.put(file, entries(file, store.chunks(file, embedder.model())));
    }
    return extent;
  }

  /// Takes up what the last end of the program left, and puts the index in order. Returns at once.
  public void begin() {
    takeUp();
    Thread.ofVirtual().name("documents").start(this::putInOrder);
  }

  /// Takes up what nobody reads of what is to be read.
  public void takeUp() {
    store.unread().forEach(this::takeUp);
  }

  private void takeUp(FileToRead file) {
    if (switchboard.servers().claim(claim(file))) {
      reading.add(file);
    }
  }

  /// Takes in what the index does not have, and forgets what is gone.
  private void putInOrder() {
    try {
      var ready = store.ready();
      collect();
      for (var file : ready) {
        putInOrder(file);
      }
    } catch (RuntimeException e) {
      LOG.warn("the index of documents could not be put in order", e);
    }
  }

  /// Forgets the files that are gone, as after conversations were deleted for good.
  public void collect() {
    for (var file : index.files()) {
      if (store.find(file).isEmpty()) {
        index.remove(file);
        tellOthers(file);
      }
    }
  }

  private void putInOrder(FileToRead file) {
    var extent = takeIn(file.file());
    if (extent.meanings() < extent.chunks()) {
      meanings.add(file);
    }
  }

  private List<PassageIndex.Entry> entries(
      AttachmentId file, List<DocumentStore.KnownChunk> chunks) {
    var texts = new HashMap<Integer, String>();
    store.texts(file).forEach(page -> texts.put(page.number(), page.text()));
    return chunks.stream()
        .map(one ->
            new PassageIndex.Entry(
                one.chunk(),
                one.chunk().of(texts.getOrDefault(one.chunk().page(), "")),
                one.meaning()))
        .toList();
  }

  @Override
  public void arrived(AccountId owner, Attachment attachment) {
    takeUp(new FileToRead(owner, attachment.id(), attachment.name(), attachment.mediaType()));
  }

  @Override
  public void removed(Attachment attachment) {
    index.remove(attachment.id());
    tellOthers(attachment.id());
  }

  /// Reads a file once more, from its beginning.
  ///
  /// @return how far it is
  public Reading readAgain(Caller caller, AttachmentId id) {
    var file = attachment(caller, id);
    if (file.size() == Attachment.NOT_KEPT) {
      throw new ProblemException(
          new Problem.Unavailable("Only the name of this file is here, not its content."));
    }
    var now = of(caller, id);
    if (now.state() == Reading.State.WAITING || now.state() == Reading.State.READING) {
      return now;
    }
    store.put(id, Reading.NOT_BEGUN);
    index.remove(id);
    arrived(caller.account(), file);
    return Reading.NOT_BEGUN;
  }

  /// How far a file is read.
  public Reading of(Caller caller, AttachmentId id) {
    var file = attachment(caller, id);
    return store.find(file.id()).orElse(Reading.NOT_BEGUN);
  }

  /// How far the files of a conversation are read; of those that are missing, that was not begun.
  public Map<AttachmentId, Reading> of(Caller caller, ConversationId id) {
    return store.of(caller.account(), id);
  }

  /// The caller's files in all conversations, newest first.
  public List<LibraryFile> library(Caller caller, LibraryQuery query) {
    return store.library(caller.account(), query);
  }

  /// A page of a file.
  public DocumentText.Page page(Caller caller, AttachmentId id, int number) {
    return store
        .page(caller.account(), id, number)
        .orElseThrow(() -> new ProblemException(new Problem.NotFound("page")));
  }

  /// The words of a file's pages, as far as it is read.
  public List<DocumentStore.PageText> texts(Caller caller, AttachmentId id) {
    return store.texts(attachment(caller, id).id());
  }

  private Attachment attachment(Caller caller, AttachmentId id) {
    return attachments
        .find(caller.account(), id)
        .orElseThrow(() -> new ProblemException(new Problem.NotFound("attachment")));
  }

  @Override
  public void stop(AccountId account) {
    reading.stop(account);
    meanings.stop(account);
  }

  @Override
  public void close() {
    reading.close();
    meanings.close();
  }
}
