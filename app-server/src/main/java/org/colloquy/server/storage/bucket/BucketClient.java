package org.colloquy.server.storage.bucket;

import com.github.davidmoten.aws.lw.client.HttpMethod;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.EntityTemplate;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.ContentHash;

/// Puts objects into a bucket, and gets, copies, lists and removes them. Contents are streamed.
///
/// Every call ends within a bounded time, and is made again a few times where that may help; each
/// may be. All throw a [ProblemException] Unavailable with the reason when the storage cannot be
/// reached, refuses, or does not have the bucket.
public final class BucketClient implements AutoCloseable {
  private final BucketRequests requests;
  private final BucketCalls calls;

  public BucketClient(Bucket bucket, Patience patience) {
    this.requests = new BucketRequests(bucket);
    this.calls = new BucketCalls(bucket, patience);
  }

  /// What becomes an object.
  ///
  /// @param size in bytes
  /// @param open gives it from its beginning, whenever asked
  public record Content(ContentHash hash, long size, Supplier<InputStream> open) {
    private void write(OutputStream out) throws IOException {
      try (var in = open.get()) {
        in.transferTo(out);
      }
    }
  }

  /// An object of the bucket.
  ///
  /// @param key without the prefix of the bucket
  public record Listed(String key, Instant changed) {}

  /// Puts an object there, in place of any of that key: whole or not at all.
  public void put(String key, Content content) {
    var checksum =
        Base64.getEncoder().encodeToString(HexFormat.of().parseHex(content.hash().hex()));
    calls.make(
        content.size(),
        () -> {
          var request =
              requests.object(HttpMethod.PUT, key, Map.of("x-amz-checksum-sha256", checksum));
          request.setEntity(
              new EntityTemplate(
                  content.size(), ContentType.APPLICATION_OCTET_STREAM, null, content::write));
          return request;
        },
        answer -> answer.expect(Answer.FOUND));
  }

  /// How many bytes an object has; empty when it is not there.
  public OptionalLong size(String key) {
    return calls.make(
        0,
        () -> requests.object(HttpMethod.HEAD, key, Map.of()),
        answer ->
            answer.status() == Answer.MISSING
                ? OptionalLong.empty()
                : OptionalLong.of(
                    Long.parseLong(
                        answer.expect(Answer.FOUND).header(HttpHeaders.CONTENT_LENGTH))));
  }

  /// An object from its beginning, to be closed; empty when it is not there.
  public Optional<InputStream> get(String key) {
    return calls.open(() -> requests.object(HttpMethod.GET, key, Map.of()));
  }

  /// Copies an object within the storage, in place of any of that key.
  ///
  /// @param size of it, in bytes
  public void copy(String from, String to, long size) {
    calls.make(
        size,
        () ->
            requests.object(HttpMethod.PUT, to, Map.of("x-amz-copy-source", requests.source(from))),
        // Where copying fails late, the status was sent already.
        answer -> answer.expect(Answer.FOUND).xml("CopyObjectResult"));
  }

  /// Removes an object; nothing happens when it is not there.
  public void remove(String key) {
    calls.make(
        0,
        () -> requests.object(HttpMethod.DELETE, key, Map.of()),
        answer -> answer.status() == Answer.MISSING ? answer.expectBucket() : answer.expectDone());
  }

  /// The objects whose keys begin like this.
  public List<Listed> list(String beginning) {
    var found = new ArrayList<Listed>();
    var next = Optional.of("");
    while (next.isPresent()) {
      next = page(beginning, next.get(), found);
    }
    return found;
  }

  private Optional<String> page(String beginning, String after, List<Listed> found) {
    var page =
        calls.make(
            0,
            () -> requests.list(beginning, after),
            answer -> answer.expect(Answer.FOUND).xml("ListBucketResult"));
    for (var object : page.childrenWithName("Contents")) {
      found.add(
          new Listed(
              requests.key(object.content("Key")), Instant.parse(object.content("LastModified"))));
    }
    return page.childrenWithName("NextContinuationToken").stream()
        .findFirst()
        .map(it -> it.content().strip());
  }

  @Override
  public void close() {
    calls.close();
  }
}
