package org.colloquy.server.storage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.colloquy.model.AttachmentId;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.ContentHash;
import org.colloquy.server.core.Sha256;
import org.colloquy.server.core.attachment.BlobStore;
import org.colloquy.server.core.cluster.Exclusive;
import org.colloquy.server.storage.bucket.BucketClient;
import org.colloquy.server.storage.bucket.BucketClient.Content;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps each content as one object of a bucket, `blobs/ab/cd/` and its SHA-256. It comes in as a
/// file of the data folder, where that is computed, and waits in the bucket as `incoming/` and an
/// id until it settles.
///
/// The object `instance` names the database that the contents belong to.
public final class BucketBlobStore implements BlobStore {
  private static final Logger LOG = LoggerFactory.getLogger(BucketBlobStore.class);
  private static final String BLOBS = "blobs/";
  private static final String UNFINISHED = "incoming/";
  private static final String MARK = "instance";
  private static final int LONGEST_MARK = 100;
  private static final Duration ABANDONED = Duration.ofDays(1);

  private final BucketClient bucket;
  private final BlobStore arriving;

  private BucketBlobStore(BucketClient bucket, BlobStore arriving) {
    this.bucket = bucket;
    this.arriving = arriving;
  }

  /// A store in a bucket, without what nobody brought to an end and is so old that nobody can be at
  /// it.
  ///
  /// @param folder the data folder, which belongs to the same database
  /// @param exclusive held while the bucket is recognised
  /// @throws ProblemException Unavailable with the reason when the bucket cannot be used, or
  ///   belongs to another database
  public static BucketBlobStore in(
      BucketClient bucket, Path folder, Exclusive exclusive, InstantSource clock) {
    var store = new BucketBlobStore(bucket, DiskBlobStore.in(folder));
    exclusive.alone(MARK, () -> store.recognize(instance(folder)));
    var oldest = clock.instant().minus(ABANDONED);
    bucket.list(UNFINISHED).stream()
        .filter(object -> object.changed().isBefore(oldest))
        .forEach(object -> bucket.remove(object.key()));
    return store;
  }

  private static UUID instance(Path folder) {
    try {
      return DataFolder.known(folder).orElseThrow().instance();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void recognize(UUID instance) {
    var mark = instance.toString();
    var known = bucket.get(MARK).map(BucketBlobStore::text);
    if (known.isEmpty()) {
      var bytes = mark.getBytes(StandardCharsets.US_ASCII);
      var hash = new ContentHash(HexFormat.of().formatHex(Sha256.digest().digest(bytes)));
      bucket.put(MARK, new Content(hash, bytes.length, () -> new ByteArrayInputStream(bytes)));
    } else if (!known.get().equals(mark)) {
      throw new ProblemException(
          new Problem.Unavailable(
              "The contents of files there belong to another database. Nothing was changed. Choose"
                  + " another place with --contents, or the other database."));
    }
  }

  private static String text(InputStream content) {
    try (content) {
      return new String(content.readNBytes(LONGEST_MARK), StandardCharsets.US_ASCII);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Incoming receive(InputStream content, long limit) {
    var arrived = arriving.receive(content, limit);
    try {
      var incoming = new InBucket(arrived, UNFINISHED + UUID.randomUUID());
      incoming.begin();
      return incoming;
    } catch (RuntimeException e) {
      arrived.close();
      throw e;
    }
  }

  @Override
  public InputStream open(ContentHash hash) {
    return bucket
        .get(DiskBlobStore.name(hash))
        .orElseThrow(() -> new ProblemException(new Problem.NotFound("attachment")));
  }

  @Override
  public void remove(ContentHash hash) {
    bucket.remove(DiskBlobStore.name(hash));
  }

  @Override
  public List<ContentHash> all() {
    return bucket.list(BLOBS).stream()
        .map(object -> object.key().substring(object.key().lastIndexOf('/') + 1))
        .filter(ContentHash::isOne)
        .map(ContentHash::new)
        .toList();
  }

  /// None: older versions kept nothing in buckets.
  @Override
  public List<AttachmentId> named() {
    return List.of();
  }

  @Override
  public Incoming adopt(AttachmentId id) {
    throw new ProblemException(new Problem.NotFound("attachment"));
  }

  @Override
  public void remove(AttachmentId id) {
    // None was ever there.
  }

  /// A content that came in.
  private final class InBucket implements Incoming {
    private final Incoming arrived;
    private final String waiting;
    private boolean sent;

    InBucket(Incoming arrived, String waiting) {
      this.arrived = arrived;
      this.waiting = waiting;
    }

    /// Sends it, unless the same is there already, so that settling is short.
    void begin() {
      if (!isKept()) {
        bucket.put(waiting, content());
        sent = true;
      }
    }

    private Content content() {
      return new Content(hash(), size(), arrived::open);
    }

    /// One of another size is broken, and is replaced.
    private boolean isKept() {
      return bucket.size(DiskBlobStore.name(hash())).equals(OptionalLong.of(size()));
    }

    @Override
    public ContentHash hash() {
      return arrived.hash();
    }

    @Override
    public long size() {
      return arrived.size();
    }

    @Override
    public InputStream open() {
      return arrived.open();
    }

    @Override
    public void settle() {
      if (isKept()) {
        return;
      }
      if (sent) {
        bucket.copy(waiting, DiskBlobStore.name(hash()), size());
      } else {
        // The last who referred to the one that was there let it go meanwhile.
        bucket.put(DiskBlobStore.name(hash()), content());
      }
    }

    /// What cannot be forgotten now is forgotten at a later start: whoever sent it has an answer.
    @Override
    public void close() {
      arrived.close();
      if (sent) {
        try {
          bucket.remove(waiting);
        } catch (ProblemException e) {
          LOG.warn("what came in stays in the bucket until a later start: {}", waiting, e);
        }
      }
    }
  }
}
