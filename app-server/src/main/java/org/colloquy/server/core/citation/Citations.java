package org.colloquy.server.core.citation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.colloquy.model.Agent;
import org.colloquy.model.Citation;
import org.colloquy.model.ConversationId;
import org.colloquy.model.MessageId;
import org.colloquy.model.SourcePassage;
import org.colloquy.server.core.document.DocumentStore;
import org.colloquy.server.core.document.DocumentStore.PageText;
import org.colloquy.server.core.document.Passages;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.shared.ConversationAccess;

/// What answers are given with, what they cite of it, and whether it stands there. Other people's
/// are not found.
public final class Citations {
  /// How many passages an answer is given with.
  static final int MOST = 12;

  /// How much of an agent's document is kept with an answer; the model knows all of it anyway.
  private static final int BEGINNING = 1_000;

  private final CitationStore store;
  private final DocumentStore documents;
  private final Passages passages;
  private final ConversationAccess access;

  public Citations(
      CitationStore store, DocumentStore documents, Passages passages, ConversationAccess access) {
    this.store = store;
    this.documents = documents;
    this.passages = passages;
    this.access = access;
  }

  /// Those of a conversation that the caller may read, by answer, oldest first.
  ///
  /// @param from the number of the first message that is looked at; 0 for all of them
  public List<AnswerSources> of(Caller caller, ConversationId conversation, long from) {
    return store.of(access.toRead(caller, conversation).id(), from);
  }

  /// The passages that fit a question: of the documents of a conversation that is the caller's, and
  /// the documents of the agent that answers.
  ///
  /// @param room for them, in characters
  public List<SourcePassage> fitting(
      ConversationId conversation, Agent agent, String question, int room) {
    var found = new ArrayList<SourcePassage>();
    int left = room;
    for (var passage : passages.fitting(question, documents.readable(conversation), MOST)) {
      left -= passage.text().length();
      if (left >= 0) {
        found.add(numbered(found.size() + 1, passage));
      }
    }
    return withDocuments(found, agent);
  }

  /// The documents of an agent, numbered as passages.
  public List<SourcePassage> of(Agent agent) {
    return withDocuments(new ArrayList<>(), agent);
  }

  private static List<SourcePassage> withDocuments(List<SourcePassage> found, Agent agent) {
    for (var document : agent.preset().documents()) {
      var text = document.text();
      var beginning = text.substring(0, Math.min(text.length(), BEGINNING));
      found.add(
          new SourcePassage(
              found.size() + 1, null, document.name(), 1, "", 0, text.length(), beginning));
    }
    return found;
  }

  private static SourcePassage numbered(int number, Passages.Passage passage) {
    var chunk = passage.chunk();
    return new SourcePassage(
        number,
        passage.file().file(),
        passage.file().name(),
        chunk.page(),
        passage.label(),
        chunk.start(),
        chunk.end(),
        passage.text());
  }

  /// Notes that an answer is given with these.
  public void given(MessageId answer, List<SourcePassage> with) {
    store.given(answer, with);
  }

  /// With which an answer was given.
  public List<SourcePassage> givenWith(MessageId answer) {
    return store.of(answer).passages();
  }

  /// Looks up everything that an answer cites, and notes what came of it.
  ///
  /// @param said by the model
  public List<Citation> check(
      ConversationId conversation,
      Agent agent,
      MessageId answer,
      List<SourcePassage> with,
      String said) {
    var claims = AnswerClaims.in(said);
    if (claims.isEmpty()) {
      return List.of();
    }
    var citations = new QuoteCheck(with, library(conversation, agent)).check(claims);
    store.cited(answer, citations);
    return citations;
  }

  private Library library(ConversationId conversation, Agent agent) {
    var books = new ArrayList<Library.Book>();
    for (var file : documents.readable(conversation)) {
      Supplier<List<PageText>> pages = () -> documents.texts(file.file());
      books.add(new Library.Book(file.file(), file.name(), pages));
    }
    for (var document : agent.preset().documents()) {
      books.add(
          new Library.Book(
              null, document.name(), () -> List.of(new PageText(1, "", document.text()))));
    }
    return new Library(books);
  }
}
