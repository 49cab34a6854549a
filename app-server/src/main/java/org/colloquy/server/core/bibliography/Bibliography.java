package org.colloquy.server.core.bibliography;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.colloquy.model.Attachment;
import org.colloquy.model.AttachmentId;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Message;
import org.colloquy.model.MessageId;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.Rules;
import org.colloquy.server.core.attachment.AttachmentStore;
import org.colloquy.server.core.bibliography.Entry.Origin;
import org.colloquy.server.core.bibliography.ReferenceForms.Form;
import org.colloquy.server.core.citation.CitationStore;
import org.colloquy.server.core.conversation.Conversations;
import org.colloquy.server.core.document.DocumentStore.FileToRead;
import org.colloquy.server.core.document.DocumentText;
import org.colloquy.server.core.document.ReadListener;
import org.colloquy.server.core.identity.Caller;

/// The documents of conversations as publications. What a person says counts more than what a
/// publisher, a list or the file itself says. Other people's are not found.
public final class Bibliography implements ReadListener {
  private static final int LONGEST_WORD = 300;
  private static final int LONGEST_TEXT = 2_000;
  private static final int LONGEST_LIST = 2_000_000;
  private static final int MOST_LISTED = 2_000;
  private static final int MOST_AUTHORS = 500;

  private final ReferenceStore store;
  private final AttachmentStore attachments;
  private final Conversations conversations;
  private final CitationStore citations;
  private final ReferenceForms forms;
  private final Publications publications;

  public Bibliography(
      ReferenceStore store,
      AttachmentStore attachments,
      Conversations conversations,
      CitationStore citations,
      ReferenceForms forms,
      Publications publications) {
    this.store = store;
    this.attachments = attachments;
    this.conversations = conversations;
    this.citations = citations;
    this.forms = forms;
    this.publications = publications;
  }

  /// What a conversation's documents are, each with a key of its own.
  public List<Entry> of(Caller caller, ConversationId id) {
    return keyed(store.of(conversations.get(caller, id).id()));
  }

  /// What the documents that an answer cites are; their keys are those in the whole conversation.
  public List<Entry> of(Caller caller, MessageId id) {
    return citedIn(conversations.message(caller, id));
  }

  private List<Entry> citedIn(Message message) {
    var cited = store.citedIn(message.id()).stream().map(Entry::file).toList();
    return keyed(store.of(message.conversation())).stream()
        .filter(entry -> cited.contains(entry.file()))
        .toList();
  }

  /// An answer with these keys where it cites, in Pandoc's Markdown.
  public String keyed(Caller caller, MessageId id) {
    var answer = conversations.message(caller, id);
    var keys = new HashMap<AttachmentId, String>();
    citedIn(answer).forEach(entry -> keys.put(entry.file(), entry.reference().key()));
    return KeyedAnswer.of(answer.content(), citations.of(id).citations(), keys);
  }

  /// Such a list for other programs.
  public String written(List<Entry> entries, Form form) {
    return forms.write(form, entries.stream().map(Entry::reference).toList());
  }

  private static List<Entry> keyed(List<Entry> entries) {
    var references = CitationKeys.distinct(entries.stream().map(Entry::reference).toList());
    return Stream.iterate(0, i -> i < entries.size(), i -> i + 1)
        .map(i -> new Entry(entries.get(i).file(), references.get(i), entries.get(i).origin()))
        .toList();
  }

  /// Keeps what a person says that a file is.
  public Entry correct(Caller caller, AttachmentId id, Reference reference) {
    check(reference);
    return keep(new Entry(file(caller, id).id(), reference, Origin.PERSON));
  }

  /// Asks its publisher what a file is.
  ///
  /// @param doi asked for; empty for the one that is known
  /// @throws ProblemException Invalid when no DOI is known; NotFound when nothing was published
  ///   under it; Unavailable when nobody can be asked
  public Entry lookUp(Caller caller, AttachmentId id, String doi) {
    var file = file(caller, id);
    var known = store.find(file.id()).map(Entry::reference).orElse(Reference.NONE);
    var wanted =
        Identifiers.doi(doi.isBlank() ? known.doi() : doi)
            .orElseThrow(() ->
                new ProblemException(
                    new Problem.Invalid("doi", "No DOI is known for this file; enter one.")));
    var found = publications.byDoi(wanted);
    return keep(
        new Entry(file.id(), found.withKey(known.key()).filledFrom(known), Origin.LOOKED_UP));
  }

  private Entry keep(Entry entry) {
    if (!store.put(entry)) {
      throw gone();
    }
    return entry;
  }

  private Attachment file(Caller caller, AttachmentId id) {
    return attachments.find(caller.account(), id).orElseThrow(Bibliography::gone);
  }

  private static ProblemException gone() {
    return new ProblemException(new Problem.NotFound("attachment"));
  }

  private static void check(Reference reference) {
    new Rules()
        .atMost(reference.key(), "key", LONGEST_WORD)
        .atMost(reference.kind(), "kind", LONGEST_WORD)
        .filled(reference.title(), "title", LONGEST_TEXT)
        .atMost(reference.year(), "year", LONGEST_WORD)
        .atMost(reference.container(), "container", LONGEST_TEXT)
        .atMost(reference.volume(), "volume", LONGEST_WORD)
        .atMost(reference.issue(), "issue", LONGEST_WORD)
        .atMost(reference.pages(), "pages", LONGEST_WORD)
        .atMost(reference.publisher(), "publisher", LONGEST_TEXT)
        .atMost(reference.doi(), "doi", LONGEST_WORD)
        .atMost(reference.isbn(), "isbn", LONGEST_WORD)
        .atMost(reference.arxiv(), "arxiv", LONGEST_WORD)
        .atMost(reference.url(), "url", LONGEST_TEXT)
        .check();
    if (reference.authors().size() > MOST_AUTHORS
        || reference.authors().stream()
            .anyMatch(one -> one.family().length() + one.given().length() > LONGEST_WORD)) {
      throw new ProblemException(
          new Problem.Invalid("authors", "There are at most 500, with 300 characters each."));
    }
  }

  @Override
  public void read(FileToRead file, DocumentText text) {
    attachments.find(file.owner(), file.file()).ifPresent(found -> take(found, text));
  }

  private void take(Attachment file, DocumentText text) {
    var form = form(file, text);
    if (form.isPresent()) {
      takeList(file, form.get(), text.pages().getFirst().text());
    } else {
      takeDocument(file, ReferenceFinder.find(text));
    }
  }

  /// A list of references is told by its name, and by its content where names leave it open.
  private static Optional<Form> form(Attachment file, DocumentText text) {
    var name = file.name().toLowerCase(Locale.ROOT);
    if (text.pages().size() != 1) {
      return Optional.empty();
    }
    if (name.endsWith(".bib")) {
      return Optional.of(Form.BIBTEX);
    }
    if (name.endsWith(".ris")) {
      return Optional.of(Form.RIS);
    }
    var beginning = text.pages().getFirst().text().stripLeading();
    boolean isCsl =
        name.endsWith(".json") && beginning.startsWith("[") && beginning.contains("\"type\"");
    return isCsl ? Optional.of(Form.CSL) : Optional.empty();
  }

  private void takeList(Attachment file, Form form, String text) {
    if (text.length() > LONGEST_LIST) {
      return;
    }
    List<Reference> listed;
    try {
      listed = forms.read(form, text).stream().limit(MOST_LISTED).toList();
    } catch (ProblemException e) {
      return; // a file that is called so, and is something else
    }
    store.putListed(file.id(), listed);
    for (var entry : store.of(file.conversation())) {
      fill(entry, listed);
    }
  }

  /// A file of which nothing is known is no publication until a person says what it is.
  private void takeDocument(Attachment file, Reference found) {
    var known = store.find(file.id());
    boolean knownBetter = known.isPresent() && known.get().origin() != Origin.FOUND;
    if (knownBetter || found.equals(Reference.NONE)) {
      return;
    }
    var entry = new Entry(file.id(), found, Origin.FOUND);
    if (store.put(entry)) {
      fill(entry, store.listed(file.conversation()));
    }
  }

  private void fill(Entry entry, List<Reference> listed) {
    if (entry.origin().compareTo(Origin.LISTED) <= 0) {
      Matching.of(entry.reference(), listed)
          .ifPresent(match ->
              store.put(
                  new Entry(entry.file(), match.filledFrom(entry.reference()), Origin.LISTED)));
    }
  }
}
