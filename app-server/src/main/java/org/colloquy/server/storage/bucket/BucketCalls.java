package org.colloquy.server.storage.bucket;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;

/// Makes calls to the storage, each within a time that depends on what is sent, and again where
/// that may help.
final class BucketCalls implements AutoCloseable {
  private static final int TRIES = 3;
  private static final int MOST_CONNECTIONS = 200;

  private final Bucket bucket;
  private final Patience patience;
  private final CloseableHttpClient http;
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("bucket-watch").factory());

  BucketCalls(Bucket bucket, Patience patience) {
    this.bucket = bucket;
    this.patience = patience;
    var silence = Timeout.of(patience.silence());
    this.http =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setMaxConnTotal(MOST_CONNECTIONS)
                    .setMaxConnPerRoute(MOST_CONNECTIONS)
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                            .setConnectTimeout(silence)
                            .setSocketTimeout(silence)
                            .build())
                    .build())
            .setDefaultRequestConfig(
                RequestConfig.custom().setConnectionRequestTimeout(silence).build())
            .disableRedirectHandling()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableContentCompression()
            .disableAutomaticRetries()
            .build();
  }

  /// Reads an answer.
  interface Reader<T> {
    T read(Answer answer) throws IOException;
  }

  private interface Try<T> {
    T make() throws IOException;
  }

  /// The status was one after which another try may help.
  private static final class PassingException extends IOException {
    private static final long serialVersionUID = 1;

    PassingException(int status) {
      super("status " + status);
    }
  }

  /// Makes a call and has its answer read.
  ///
  /// @param bytes that are sent, or worked on
  /// @param request made anew for every try
  <T> T make(long bytes, Supplier<HttpUriRequestBase> request, Reader<T> reader) {
    return tried(() -> {
      var made = request.get();
      var end = ending(made, patience.of(bytes));
      try (var response = http.executeOpen(null, made, null)) {
        return reader.read(usable(response));
      } finally {
        end.run();
      }
    });
  }

  /// What is at the other end of a call, to be closed; empty when nothing is.
  Optional<InputStream> open(Supplier<HttpUriRequestBase> request) {
    return tried(() -> opened(request.get()));
  }

  private Optional<InputStream> opened(HttpUriRequestBase request) throws IOException {
    var end = ending(request, patience.of(0));
    boolean kept = false;
    var response = http.executeOpen(null, request, null);
    try {
      var answer = usable(response);
      if (answer.status() == Answer.MISSING) {
        answer.expectBucket();
        return Optional.empty();
      }
      answer.expect(Answer.FOUND);
      var entity = response.getEntity();
      kept = entity != null;
      return Optional.of(
          entity == null
              ? InputStream.nullInputStream()
              : new Content(entity.getContent(), request, response));
    } finally {
      end.run();
      if (!kept) {
        response.close();
      }
    }
  }

  /// A content that comes in. What nobody reads is not waited for.
  private static final class Content extends FilterInputStream {
    private final HttpUriRequestBase request;
    private final ClassicHttpResponse response;
    private boolean ended;

    Content(InputStream in, HttpUriRequestBase request, ClassicHttpResponse response) {
      super(in);
      this.request = request;
      this.response = response;
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      ended |= read < 0;
      return read;
    }

    @Override
    public int read(byte[] bytes, int from, int count) throws IOException {
      int read = super.read(bytes, from, count);
      ended |= read < 0;
      return read;
    }

    @Override
    public void close() throws IOException {
      if (ended) {
        response.close();
      } else {
        request.cancel();
      }
    }
  }

  private Answer usable(ClassicHttpResponse response) throws PassingException {
    var answer = new Answer(bucket, response);
    if (answer.isPassing()) {
      throw new PassingException(answer.status());
    }
    return answer;
  }

  /// Ends a request after this time, also one of which nobody takes what is sent.
  private Runnable ending(HttpUriRequestBase request, Duration after) {
    var ending = watch.schedule(request::cancel, after.toMillis(), TimeUnit.MILLISECONDS);
    return () -> ending.cancel(false);
  }

  private <T> T tried(Try<T> attempt) {
    var pause = patience.pause();
    for (int left = TRIES - 1; ; left--) {
      try {
        return attempt.make();
      } catch (IOException e) {
        if (left == 0) {
          throw unreachable(e);
        }
      }
      rest(pause);
      pause = pause.multipliedBy(2);
    }
  }

  private void rest(Duration pause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unreachable(e);
    }
  }

  private ProblemException unreachable(Exception fault) {
    var why =
        fault instanceof PassingException
            ? "does not work at the moment (" + fault.getMessage() + ")."
            : "cannot be reached, or does not answer in time.";
    return new ProblemException(
        new Problem.Unavailable("The storage for contents of files, %s, %s".formatted(bucket, why)),
        fault);
  }

  @Override
  public void close() {
    watch.shutdownNow();
    http.close(CloseMode.IMMEDIATE);
  }
}
