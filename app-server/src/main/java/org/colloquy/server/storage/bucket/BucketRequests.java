package org.colloquy.server.storage.bucket;

import com.github.davidmoten.aws.lw.client.Client;
import com.github.davidmoten.aws.lw.client.HttpMethod;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;

/// Requests that are signed with the secret of a bucket. The signature stands in the address, so an
/// address is never logged.
final class BucketRequests {
  private static final long GOOD_FOR_MINUTES = 15;

  /// What the content is, the signature leaves open: it is streamed. Its checksum is a header.
  private static final String HASH = "x-amz-content-sha256";

  private static final String OPEN = "UNSIGNED-PAYLOAD";
  private static final byte[] SOME = {0};

  private final Bucket bucket;
  private final Client signer;

  BucketRequests(Bucket bucket) {
    this.bucket = bucket;
    this.signer =
        Client.s3()
            .region(bucket.region())
            .accessKey(bucket.key())
            .secretKey(bucket.secret().reveal())
            .build();
  }

  /// A request for an object.
  HttpUriRequestBase object(HttpMethod method, String key, Map<String, String> headers) {
    return signed(method, address() + "/" + bucket.prefix() + key, Map.of(), headers);
  }

  /// A request for a page of the objects whose keys begin like this.
  ///
  /// @param after what the page before said; empty for the first one
  HttpUriRequestBase list(String beginning, String after) {
    var query = new TreeMap<>(Map.of("list-type", "2", "prefix", bucket.prefix() + beginning));
    if (!after.isEmpty()) {
      query.put("continuation-token", after);
    }
    return signed(HttpMethod.GET, address(), query, Map.of());
  }

  /// The key of an object that was listed.
  String key(String listed) {
    return listed.substring(bucket.prefix().length());
  }

  /// By which a request for a copy names what is copied.
  String source(String key) {
    return "/" + bucket.name() + "/" + bucket.prefix() + key;
  }

  private String address() {
    return bucket.endpoint() + "/" + bucket.name();
  }

  private HttpUriRequestBase signed(
      HttpMethod method, String address, Map<String, String> query, Map<String, String> headers) {
    var asked = signer.url(address).method(method).requestBody(SOME).unsignedPayload();
    query.forEach(asked::query);
    headers.forEach(asked::header);
    var url = asked.presignedUrl(GOOD_FOR_MINUTES, TimeUnit.MINUTES);
    var request = new HttpUriRequestBase(method.toString(), URI.create(url));
    request.setHeader(HASH, OPEN);
    headers.forEach(request::setHeader);
    return request;
  }
}
