package org.colloquy.server.http;

import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.common.socket.PeerInfo;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Headers;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.identity.Visitor;
import org.jspecify.annotations.Nullable;

/// One request and the answer to it, as a route sees them.
public final class Exchange {
  private final ServerRequest request;
  private final ServerResponse response;
  private final RequestBody body;
  private final Heartbeats heartbeats;
  private Map<String, String> segments = Map.of();
  private boolean foreignPage;
  private String face = "none";
  private String route = "";
  private @Nullable ReplyStream stream;

  Exchange(ServerRequest request, ServerResponse response, int bodyLimit, Heartbeats heartbeats) {
    this.request = request;
    this.response = response;
    this.body = new RequestBody(request, bodyLimit);
    this.heartbeats = heartbeats;
  }

  /// The path as it came, with percent signs.
  String path() {
    return request.prologue().uriPath().rawPath();
  }

  String method() {
    return request.prologue().method().text();
  }

  /// Says whether a page of somebody else's site sent it.
  void admitted(boolean byForeignPage) {
    foreignPage = byForeignPage;
  }

  /// Says for which face it is meant.
  void meantFor(Face one, String path) {
    face = one.name();
    route = path;
  }

  /// The path in the face's table; empty when nobody has such a path.
  String route() {
    return route;
  }

  /// The name of the face that it is meant for; `none` when nobody has such a path.
  String face() {
    return face;
  }

  /// The status of the answer as far as it is known by now.
  int status() {
    return response.status().code();
  }

  /// Says what stands in the path's braces.
  void matched(List<String> names, List<String> values) {
    if (names.size() == 1) {
      segments = Map.of(names.getFirst(), values.getFirst());
    } else if (!names.isEmpty()) {
      var all = new HashMap<String, String>();
      for (int i = 0; i < names.size(); i++) {
        all.put(names.get(i), values.get(i));
      }
      segments = all;
    }
  }

  /// A request header.
  public Optional<String> header(String name) {
    return request.headers().first(HeaderNames.create(name));
  }

  /// A parameter of the query, the first of several; an empty text for one without a value.
  public Optional<String> query(String name) {
    var query = request.query();
    return query.contains(name) ? Optional.of(query.first(name).orElse("")) : Optional.empty();
  }

  /// What stands in the path where the table has braces with this name.
  public String segment(String name) {
    var value = segments.get(name);
    if (value == null) {
      throw new IllegalArgumentException("no {" + name + "} in this path");
    }
    return value;
  }

  /// The id in the path where the table has braces with this name.
  ///
  /// @param what the word for what it names
  /// @throws ProblemException NotFound when it cannot be an id
  public UUID id(String name, String what) {
    return uuid(segment(name)).orElseThrow(() -> new ProblemException(new Problem.NotFound(what)));
  }

  /// An id as it stands in a path or a body; empty when the text cannot be one.
  public static Optional<UUID> uuid(String text) {
    if (text.length() != 36) {
      return Optional.empty();
    }
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// The JSON body as a record. No body counts as an empty object.
  public <T> T body(Class<T> type) {
    return body.json(type);
  }

  /// The same for requests that may be longer than others.
  ///
  /// @param largest in bytes
  public <T> T body(Class<T> type, int largest) {
    return body.json(type, largest);
  }

  /// The JSON body as an object. No body counts as an empty one.
  public ObjectNode json() {
    return body(ObjectNode.class);
  }

  /// The body as fields, whether it came as JSON or as a form. No body counts as no fields.
  public ObjectNode fields() {
    return body.fields();
  }

  /// Passes on the first part of a multipart body that has this name, while it is being read and
  /// without keeping it in memory; empty when there is none.
  ///
  /// @param largest the largest part, in bytes
  public void part(String name, long largest, Consumer<Optional<Part>> use) {
    body.part(name, largest, use);
  }

  /// Answers 200 with JSON.
  public void reply(Object body) {
    reply(200, body);
  }

  /// Answers with JSON.
  public void reply(int status, Object body) {
    response.header(HeaderValues.CONTENT_TYPE_JSON);
    send(status, Json.bytes(body));
  }

  /// Answers with the JSON `null`.
  public void replyNull(int status) {
    reply(status, NullNode.instance);
  }

  /// Answers without a body.
  public void replyEmpty(int status) {
    send(status, new byte[0]);
  }

  /// An answer that is said bit by bit; its head is sent with the first of them.
  public ReplyStream stream(String contentType) {
    return stream(StreamForm.text(contentType));
  }

  /// As [#stream], with an empty line whenever nothing was said for a while.
  public ReplyStream streamLines(String contentType) {
    return stream(StreamForm.lines(contentType));
  }

  /// Server-sent events, with a comment whenever nothing was said for a while.
  public EventStream streamEvents() {
    return new EventStream(stream(StreamForm.EVENTS));
  }

  private ReplyStream stream(StreamForm form) {
    var opened = new ReplyStream(response, form, heartbeats, headOnly());
    stream = opened;
    return opened;
  }

  /// Whether the head of the answer is asked for and nothing else, so that nothing should be begun
  /// whose words nobody would hear.
  public boolean headOnly() {
    return method().equals("HEAD");
  }

  /// Answers with a file to be kept, never to be shown, whatever is in it; with a part of it when
  /// that is asked for.
  ///
  /// @param size in bytes
  /// @param content is closed
  public void replyFile(String name, long size, InputStream content) {
    new FileReply(this, response).send(name, size, content);
  }

  /// Answers with a file to be kept, which is written while it is sent.
  public void replyFile(String name, String contentType, Consumer<OutputStream> write) {
    new FileReply(this, response).send(name, contentType, write);
  }

  /// Adds a header to the answer.
  public void replyHeader(String name, String value) {
    response.header(HeaderNames.create(name), value);
  }

  /// Gives a whole answer.
  public void answer(Answer answer) {
    answer.headers().forEach(this::replyHeader);
    if (answer.body() instanceof Answer.Text(var type, var text)) {
      replyText(answer.status(), type, text);
    } else {
      reply(answer.status(), answer.body());
    }
  }

  /// Answers with a text of this type.
  public void replyText(int status, String contentType, String text) {
    response.header(HeaderNames.CONTENT_TYPE, contentType);
    send(status, text.getBytes(StandardCharsets.UTF_8));
  }

  /// Answers with what is in a file, as it is.
  void replyBytes(String contentType, byte[] content) {
    response.header(HeaderNames.CONTENT_TYPE, contentType);
    send(200, content);
  }

  /// Whether the request was sent by a program on this machine, straight to a listener that only
  /// this machine can reach, and not by a page of somebody else's site in a browser here.
  public boolean fromThisMachine() {
    return !foreignPage && Nearness.isNear(request);
  }

  /// Where the request came from.
  public Visitor visitor() {
    return visitor(request.remotePeer(), request.headers());
  }

  static Visitor visitor(PeerInfo peer, Headers headers) {
    var address =
        peer.address() instanceof InetSocketAddress known && known.getAddress() != null
            ? known.getAddress().getHostAddress()
            : "";
    return new Visitor(address, headers.first(HeaderNames.USER_AGENT).orElse(""));
  }

  /// Whether the answer has begun, so that nothing else can be answered any more. What has not
  /// begun by now never will.
  boolean begun() {
    boolean streaming = stream != null && !stream.giveUp();
    return streaming || response.isSent() || response.bytesWritten() > 0;
  }

  /// Reads what nobody wanted of the body.
  ///
  /// @return whether its end was reached
  boolean throwAwayRest() {
    return body.throwAwayRest();
  }

  /// Whether what was begun was also said to its end.
  boolean complete() {
    return stream == null || stream.ended() || response.isSent();
  }

  private void send(int status, byte[] body) {
    response.status(Status.create(status));
    if (headOnly()) {
      response.header(HeaderNames.CONTENT_LENGTH, Integer.toString(body.length));
      response.send();
    } else {
      response.send(body);
    }
  }
}
