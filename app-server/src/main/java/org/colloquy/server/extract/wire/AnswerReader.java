package org.colloquy.server.extract.wire;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.document.DocumentText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads what a worker found. The worker may have been taken over by the file it read, so nothing
/// it says is believed to be of a sane size.
public final class AnswerReader {
  /// The most characters that a document has.
  public static final int MOST_TEXT = 5_000_000;

  /// The most pages that a document has.
  public static final int MOST_PAGES = 20_000;

  private static final Logger LOG = LoggerFactory.getLogger(AnswerReader.class);
  private static final Pattern NO_PLACE = Pattern.compile("[^\\w.$: ]");
  private static final int LONGEST_TEXT = 4 * MOST_TEXT;
  private static final int LONGEST_WORD = 64 * 1024;
  private static final int MOST_LINES = 1_000_000;
  private static final int MOST_FACTS = 100;
  private static final int MOST_NAMES = 10_000;

  private final DataInputStream in;
  private long said;
  private int linesSaid;

  public AnswerReader(InputStream in) {
    this.in = new DataInputStream(new BufferedInputStream(in, AnswerWriter.PIECE));
  }

  /// A document.
  ///
  /// @throws IOException when the worker fell silent or talks nonsense
  /// @throws ProblemException when it says that it could not
  public DocumentText document() throws IOException {
    var pages = new ArrayList<DocumentText.Page>();
    while (true) {
      int kind = kind();
      if (kind == 'D') {
        var document = new DocumentText(word(), pages, facts(), word());
        end();
        return document;
      }
      expect(kind == 'P' && pages.size() < MOST_PAGES);
      pages.add(page());
    }
  }

  /// Names.
  public List<String> names() throws IOException {
    var names = new ArrayList<String>();
    int kind = kind();
    for (; kind == 'N'; kind = kind()) {
      expect(names.size() < MOST_NAMES);
      names.add(word());
    }
    expect(kind == 'E');
    return List.copyOf(names);
  }

  /// Bytes, handed on as they come.
  ///
  /// @param most how many there may be
  public void bytes(OutputStream taker, long most) throws IOException {
    long left = most;
    int kind = kind();
    for (; kind == 'B'; kind = kind()) {
      int length = length(AnswerWriter.PIECE);
      left -= length;
      expect(left >= 0);
      taker.write(in.readNBytes(length));
    }
    expect(kind == 'E');
  }

  private DocumentText.Page page() throws IOException {
    int number = in.readInt();
    var label = word();
    var text = text(LONGEST_TEXT);
    float width = in.readFloat();
    float height = in.readFloat();
    int count = length(MOST_LINES);
    linesSaid += count;
    expect(linesSaid <= MOST_LINES);
    var lines = new ArrayList<DocumentText.Line>(Math.min(count, 1_000));
    for (int i = 0; i < count; i++) {
      lines.add(line(text.length()));
    }
    return new DocumentText.Page(number, label, text, width, height, lines);
  }

  private DocumentText.Line line(int length) throws IOException {
    int start = in.readInt();
    int end = in.readInt();
    expect(0 <= start && start <= end && end <= length);
    return new DocumentText.Line(
        start, end, in.readFloat(), in.readFloat(), in.readFloat(), in.readFloat());
  }

  private Map<String, String> facts() throws IOException {
    int count = length(MOST_FACTS);
    var facts = new HashMap<String, String>();
    for (int i = 0; i < count; i++) {
      facts.put(word(), word());
    }
    return facts;
  }

  /// What comes next; a refusal is thrown.
  private int kind() throws IOException {
    int kind = in.readByte();
    if (kind == 'X') {
      var why = word();
      var where = NO_PLACE.matcher(word()).replaceAll("");
      if (!where.isEmpty()) {
        LOG.info("a file could not be read: {}", where);
      }
      throw new ProblemException(new Problem.Unavailable(why));
    }
    if (kind == 'M') {
      throw new ProblemException(new Problem.NotFound(word()));
    }
    return kind;
  }

  private void end() throws IOException {
    expect(kind() == 'E');
  }

  private String word() throws IOException {
    return text(LONGEST_WORD);
  }

  private String text(int longest) throws IOException {
    int length = length(longest);
    said += length;
    expect(said <= 2L * LONGEST_TEXT);
    var bytes = in.readNBytes(length);
    expect(bytes.length == length);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private int length(int most) throws IOException {
    int length = in.readInt();
    expect(length >= 0 && length <= most);
    return length;
  }

  private static void expect(boolean asAgreed) throws IOException {
    if (!asAgreed) {
      throw new IOException("not what a worker says");
    }
  }
}
