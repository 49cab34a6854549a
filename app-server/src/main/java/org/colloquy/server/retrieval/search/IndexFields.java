package org.colloquy.server.retrieval.search;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.colloquy.model.AccountId;
import org.colloquy.server.core.search.Entry;
import org.colloquy.server.core.search.Facet;
import org.colloquy.server.core.search.FilePage;
import org.colloquy.server.core.search.Kind;

/// What the index has of an entry: its words, but not its text.
final class IndexFields {
  /// Kind and id.
  static final String KEY = "key";

  static final String KIND = "kind";
  static final String OWNER = "owner";

  /// Owner and kind.
  static final String SCOPE = "scope";

  static final String CONVERSATION = "conversation";
  static final String TIME = "time";
  static final String NUMBER = "number";
  static final String WORDS = "words";

  /// Of files only.
  static final String PAGE = "page";

  /// In the place of a page: the name of the file, which comes after all pages.
  private static final long NAME = Integer.MAX_VALUE;

  /// After all that is of a file.
  static final long AFTER_FILE = NAME + 1;

  private static final int ID_BYTES = 16;
  private static final FieldType POSITIONS = positions();

  private IndexFields() {}

  /// How often a word occurs does not matter, where it stands does.
  private static FieldType positions() {
    var type = new FieldType();
    type.setTokenized(true);
    type.setOmitNorms(true);
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    type.freeze();
    return type;
  }

  static Document document(Entry entry) {
    return document(entry, entry.text(), NAME);
  }

  static Document page(Entry file, FilePage page) {
    return document(file, page.text(), page.number());
  }

  /// The number of the page that a document is; 0 when it is none.
  static int page(long stored) {
    return stored == NAME ? 0 : Math.toIntExact(stored);
  }

  private static Document document(Entry entry, String text, long page) {
    var document = new Document();
    document.add(new StringField(KEY, key(entry.kind(), entry.id()), Field.Store.YES));
    document.add(new StringField(KIND, kind(entry.kind()), Field.Store.NO));
    document.add(new StringField(OWNER, bytes(entry.owner().value()), Field.Store.NO));
    document.add(new StringField(SCOPE, scope(entry.owner(), entry.kind()), Field.Store.NO));
    var conversation = entry.conversation();
    if (conversation != null) {
      document.add(new StringField(CONVERSATION, bytes(conversation.value()), Field.Store.NO));
    }
    document.add(new LongPoint(TIME, micros(entry.time())));
    document.add(new NumericDocValuesField(TIME, micros(entry.time())));
    document.add(new NumericDocValuesField(NUMBER, entry.number()));
    if (entry.kind() == Kind.FILE) {
      document.add(new NumericDocValuesField(PAGE, page));
    }
    document.add(new Field(WORDS, text, POSITIONS));
    entry
        .facets()
        .forEach(
            (facet, value) -> document.add(new StringField(facet(facet), value, Field.Store.NO)));
    return document;
  }

  static String facet(Facet facet) {
    return facet.name();
  }

  static BytesRef key(Kind kind, UUID id) {
    return new BytesRef(
        buffer(1 + ID_BYTES)
            .put(code(kind))
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array());
  }

  /// What stands for a kind in the files.
  private static byte code(Kind kind) {
    return switch (kind) {
      case CONVERSATION -> 1;
      case MESSAGE -> 2;
      case FILE -> 3;
      case MEMORY -> 4;
    };
  }

  /// The id in a key.
  static UUID id(BytesRef key) {
    var buffer = ByteBuffer.wrap(key.bytes, key.offset + 1, ID_BYTES);
    return new UUID(buffer.getLong(), buffer.getLong());
  }

  static BytesRef kind(Kind kind) {
    return new BytesRef(new byte[] {code(kind)});
  }

  static BytesRef scope(AccountId owner, Kind kind) {
    return key(kind, owner.value());
  }

  static BytesRef bytes(UUID id) {
    return new BytesRef(
        buffer(ID_BYTES)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array());
  }

  private static ByteBuffer buffer(int size) {
    return ByteBuffer.allocate(size);
  }

  /// As exact as the store keeps time.
  static long micros(Instant time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, time);
  }

  static Instant time(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
