package org.colloquy.server.command;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/// What a running server answers to a command: lines as they come, and the status at the end.
final class ControlAnswer implements Printed {
  private static final int SAID = 'o';
  private static final int COMPLAINED = 'e';
  private static final int ENDED = 'x';

  private final DataOutputStream out;

  ControlAnswer(DataOutputStream out) {
    this.out = out;
  }

  @Override
  public void say(String line) {
    write(SAID, line);
  }

  @Override
  public void complain(String line) {
    write(COMPLAINED, line);
  }

  private void write(int kind, String line) {
    try {
      out.writeByte(kind);
      out.writeUTF(line);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void end(int status) throws IOException {
    out.writeByte(ENDED);
    out.writeByte(status);
    out.flush();
  }

  /// Passes an answer on as it comes.
  ///
  /// @return the status at its end
  static int pass(DataInputStream in, Printed printed) throws IOException {
    while (true) {
      switch (in.readByte()) {
        case SAID -> printed.say(in.readUTF());
        case COMPLAINED -> printed.complain(in.readUTF());
        case ENDED -> {
          return in.readByte();
        }
        default -> throw new IOException("not an answer");
      }
    }
  }
}
