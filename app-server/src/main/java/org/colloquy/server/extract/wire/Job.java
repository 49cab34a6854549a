package org.colloquy.server.extract.wire;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// What a worker is asked to do with the file that follows.
public sealed interface Job {
  /// Tell its text.
  ///
  /// @param name of the file; tells what its content leaves open
  /// @param eyes what reads pictures
  record ReadText(String name, Eyes eyes) implements Job {}

  /// Draw a page.
  ///
  /// @param page from 1
  /// @param width in pixels
  record DrawPage(int page, int width) implements Job {}

  /// Tell the names of its sheets.
  record NameSheets() implements Job {}

  /// Copy a sheet as CSV.
  record CopySheet(String sheet) implements Job {}

  /// The program that reads pictures.
  ///
  /// @param program where it is; empty where there is none
  /// @param languages those it knows, such as `eng`
  record Eyes(String program, List<String> languages) {
    /// Pictures are not read.
    public static final Eyes NONE = new Eyes("", List.of());

    public Eyes {
      languages = List.copyOf(languages);
    }

    public boolean areThere() {
      return !program.isEmpty();
    }
  }

  /// Says what is to be done.
  static void write(Job job, DataOutput out) throws IOException {
    switch (job) {
      case ReadText(var name, var eyes) -> {
        out.writeByte('T');
        out.writeUTF(name);
        out.writeUTF(eyes.program());
        out.writeByte(eyes.languages().size());
        for (var language : eyes.languages()) {
          out.writeUTF(language);
        }
      }
      case DrawPage(int page, int width) -> {
        out.writeByte('P');
        out.writeInt(page);
        out.writeInt(width);
      }
      case NameSheets() -> out.writeByte('N');
      case CopySheet(var sheet) -> {
        out.writeByte('S');
        out.writeUTF(sheet);
      }
    }
  }

  /// Hears what is to be done.
  static Job read(DataInput in) throws IOException {
    int kind = in.readByte();
    return switch (kind) {
      case 'T' -> new ReadText(in.readUTF(), readEyes(in));
      case 'P' -> new DrawPage(in.readInt(), in.readInt());
      case 'N' -> new NameSheets();
      case 'S' -> new CopySheet(in.readUTF());
      default -> throw new IOException("no job " + kind);
    };
  }

  private static Eyes readEyes(DataInput in) throws IOException {
    var program = in.readUTF();
    int count = in.readByte();
    var languages = new ArrayList<String>(count);
    for (int i = 0; i < count; i++) {
      languages.add(in.readUTF());
    }
    return new Eyes(program, languages);
  }
}
