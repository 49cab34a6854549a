package org.colloquy.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One connection to the fake provider: reads requests, answers them, and says token after token
/// when its loop tells it that it is time.
final class ProviderConnection implements HttpReader.Listener {
  private static final Pattern WANTS_STREAM = Pattern.compile("\"stream\"\\s*:\\s*true");
  private static final String NO_SUCH_PATH = "{\"error\":{\"message\":\"No such path\"}}";

  private final SocketChannel channel;
  private final SelectionKey key;
  private final ProviderLoop loop;
  private final HttpReader reader = new HttpReader(this);
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private ByteBuffer unsent = ByteBuffer.allocate(1024);
  private @Nullable HttpHead head;
  private StreamPlan plan = StreamPlan.SHORT;
  private int said;
  private long begun;
  private boolean streaming;

  ProviderConnection(SocketChannel channel, SelectionKey key, ProviderLoop loop) {
    this.channel = channel;
    this.key = key;
    this.loop = loop;
    loop.counts().opened();
  }

  /// When the next token is due.
  long due() {
    return begun + (long) said * plan.delay() * 1_000_000L;
  }

  /// The channel is ready for something.
  void ready(ByteBuffer shared) {
    try {
      if (key.isReadable()) {
        read(shared);
      }
      if (key.isValid() && key.isWritable()) {
        flush();
      }
    } catch (IOException | IllegalArgumentException gone) {
      close();
    }
  }

  private void read(ByteBuffer shared) throws IOException {
    shared.clear();
    int count = channel.read(shared);
    if (count < 0) {
      close();
      return;
    }
    reader.read(shared.flip());
    flush();
  }

  @Override
  public void head(HttpHead read) {
    head = read;
    body.reset();
  }

  @Override
  public void body(ByteBuffer piece) {
    byte[] bytes = new byte[piece.remaining()];
    piece.get(bytes);
    body.writeBytes(bytes);
  }

  @Override
  public void end() {
    HttpHead asked = head;
    if (asked == null) {
      return;
    }
    loop.counts().requested();
    switch (asked.method() + " " + asked.path()) {
      case "POST /v1/chat/completions" -> answer(body.toByteArray());
      case "GET /v1/models" -> say(ProviderWords.json("200 OK", ProviderWords.MODELS));
      case "GET /stats" -> say(ProviderWords.json("200 OK", loop.counts().json()));
      case "POST /reset" -> {
        loop.counts().reset();
        say(ProviderWords.json("200 OK", "{}"));
      }
      default -> say(ProviderWords.json("404 Not Found", NO_SUCH_PATH));
    }
  }

  private void answer(byte[] request) {
    if (!WANTS_STREAM.matcher(new String(request, StandardCharsets.ISO_8859_1)).find()) {
      say(ProviderWords.json("200 OK", ProviderWords.WHOLE_ANSWER));
      return;
    }
    plan = StreamPlan.in(request);
    said = 0;
    begun = System.nanoTime();
    streaming = true;
    say(ProviderWords.STREAM_HEAD);
    say(ProviderWords.ROLE);
    sayWhatIsDue();
  }

  /// Says every token whose time has come, and asks to be called again for the next one.
  void sayWhatIsDue() {
    if (!streaming || !channel.isOpen()) {
      return;
    }
    long now = System.nanoTime();
    while (said < plan.tokens() && due() <= now) {
      loop.counts().sent(now - due());
      say(ProviderWords.token(System.nanoTime()));
      said++;
    }
    if (said == plan.tokens()) {
      streaming = false;
      say(ProviderWords.ending(said));
    } else {
      loop.callAt(due(), this);
    }
  }

  private void say(byte[] bytes) {
    if (unsent.remaining() < bytes.length) {
      ByteBuffer larger =
          ByteBuffer.allocate(Math.max(2 * unsent.capacity(), unsent.position() + bytes.length));
      unsent = larger.put(unsent.flip());
    }
    unsent.put(bytes);
  }

  /// Sends what has been said, as far as the socket takes it.
  void flush() throws IOException {
    if (!channel.isOpen()) {
      return;
    }
    channel.write(unsent.flip());
    boolean more = unsent.hasRemaining();
    unsent.compact();
    key.interestOps(SelectionKey.OP_READ | (more ? SelectionKey.OP_WRITE : 0));
  }

  void close() {
    if (!channel.isOpen()) {
      return;
    }
    loop.counts().closed();
    if (streaming) {
      loop.counts().abandoned();
    }
    try {
      channel.close();
    } catch (IOException gone) {
      key.cancel();
    }
  }
}
