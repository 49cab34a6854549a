package org.colloquy.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.colloquy.model.Problem;
import org.colloquy.server.Problems;
import org.colloquy.server.core.Sentences;
import org.colloquy.server.core.attachment.BlobStore;
import org.colloquy.server.core.cluster.ExclusiveHere;
import org.colloquy.server.storage.DataFolder.Known;
import org.colloquy.server.storage.bucket.BucketClient;
import org.colloquy.server.storage.bucket.BucketClient.Content;
import org.colloquy.server.storage.bucket.Patience;
import org.colloquy.server.storage.bucket.S3Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BucketBlobStoreTest extends BlobStoreCase {
  private static final UUID OURS = new UUID(1, 2);

  private final BucketClient bucket = client(S3Server.bucket());

  @TempDir Path room;

  private static BucketClient client(String name) {
    return new BucketClient(S3Server.at(S3Server.port(), name), Patience.USUAL);
  }

  @AfterEach
  void end() {
    bucket.close();
  }

  private BlobStore store(BucketClient in, UUID database, Instant now) throws IOException {
    var data = Files.createDirectories(room.resolve(database.toString()));
    DataFolder.remember(data, new Known(database, Known.OPEN));
    return BucketBlobStore.in(in, data, new ExclusiveHere(), InstantSource.fixed(now));
  }

  @Override
  BlobStore store() throws IOException {
    return store(bucket, OURS, Instant.now());
  }

  /// Nothing stays in the data folder.
  @Override
  List<String> everything() throws IOException {
    try (var files = Files.walk(room.resolve(OURS.toString()).resolve("blobs"))) {
      assertThat(files.filter(Files::isRegularFile)).isEmpty();
    }
    return bucket.list("").stream()
        .map(BucketClient.Listed::key)
        .filter(key -> !key.equals("instance"))
        .toList();
  }

  @Override
  void breakIt(String name) {
    bucket.put(name, new Content(hash(5), 5, () -> bytes(5)));
  }

  @Test
  void listsMoreThanAPageHas() throws IOException {
    var store = store();
    for (int i = 0; i < 1_005; i++) {
      int size = i;
      bucket.put(DiskBlobStore.name(hash(i)), new Content(hash(i), size, () -> bytes(size)));
    }

    assertThat(store.all()).hasSize(1_005).doesNotHaveDuplicates().contains(hash(0), hash(1_004));
  }

  @Test
  void forgetsAtAStartWhatNobodyBroughtToAnEndForADay() throws IOException {
    keep(store(), 10);
    bucket.put("incoming/7", new Content(hash(5), 5, () -> bytes(5)));

    store();
    assertThat(everything()).containsExactlyInAnyOrder(name(10), "incoming/7");
    store(bucket, OURS, Instant.now().plus(Duration.ofDays(2)));
    assertThat(everything()).containsExactly(name(10));
  }

  @Test
  void isOfOneDatabase() throws IOException {
    keep(store(), 10);

    var problem = Problems.of(() -> store(bucket, new UUID(3, 4), Instant.now()));

    assertThat(Sentences.of(problem)).contains("belong to another database", "--contents");
    assertThat(store().all()).containsExactly(hash(10));
  }

  @Test
  void saysThatThereIsNoSuchBucket() {
    try (var missing = client("nobodys")) {
      var problem = Problems.of(() -> store(missing, OURS, Instant.now()));
      assertThat(problem).isInstanceOf(Problem.Unavailable.class);
      assertThat(Sentences.of(problem))
          .contains("s3://nobodys/lab/colloquy/", "no such bucket")
          .doesNotContain("geheim");
    }
  }
}
