package org.colloquy.server.extract.wire;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.colloquy.server.core.document.DocumentText;

/// Writes what a worker found, piece by piece. The last piece says that all was said.
public final class AnswerWriter {
  /// The longest piece of bytes.
  static final int PIECE = 64 * 1024;

  private final DataOutputStream out;

  public AnswerWriter(OutputStream out) {
    this.out = new DataOutputStream(new BufferedOutputStream(out, PIECE));
  }

  /// A page of a document.
  public void page(DocumentText.Page page) throws IOException {
    out.writeByte('P');
    out.writeInt(page.number());
    text(page.label());
    text(page.text());
    out.writeFloat(page.width());
    out.writeFloat(page.height());
    out.writeInt(page.lines().size());
    for (var line : page.lines()) {
      out.writeInt(line.start());
      out.writeInt(line.end());
      out.writeFloat(line.x());
      out.writeFloat(line.y());
      out.writeFloat(line.width());
      out.writeFloat(line.height());
    }
  }

  /// The document is at its end.
  public void document(String mediaType, Map<String, String> facts, String hint)
      throws IOException {
    out.writeByte('D');
    text(mediaType);
    out.writeInt(facts.size());
    for (var fact : facts.entrySet()) {
      text(fact.getKey());
      text(fact.getValue());
    }
    text(hint);
  }

  /// The name of a sheet.
  public void name(String name) throws IOException {
    out.writeByte('N');
    text(name);
  }

  /// Some bytes of a picture or of a table.
  public void bytes(byte[] bytes, int offset, int length) throws IOException {
    for (int done = 0; done < length; done += PIECE) {
      int some = Math.min(PIECE, length - done);
      out.writeByte('B');
      out.writeInt(some);
      out.write(bytes, offset + done, some);
    }
  }

  /// It cannot be read.
  ///
  /// @param why a sentence for the person
  /// @param where a class and a line for the log, without words of the file
  public void failed(String why, String where) throws IOException {
    out.writeByte('X');
    text(why);
    text(where);
    out.flush();
  }

  /// There is no such page or sheet.
  public void missing(String what) throws IOException {
    out.writeByte('M');
    text(what);
    out.flush();
  }

  /// All was said.
  public void end() throws IOException {
    out.writeByte('E');
    out.flush();
  }

  private void text(String text) throws IOException {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }
}
