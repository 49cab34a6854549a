package org.colloquy.server.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneFolderTest {
  @TempDir Path folder;

  @Test
  void findsWhileSomethingElseIsStillBeingChanged() throws InterruptedException {
    var begun = new CountDownLatch(1);
    var end = new CountDownLatch(1);
    try (var index = new LuceneFolder(folder, "1", new StandardAnalyzer())) {
      index.change(LuceneFolderTest::add);
      var changing =
          CompletableFuture.runAsync(
              () ->
                  index.change(writer -> {
                    begun.countDown();
                    await(end);
                    add(writer);
                  }),
              Thread::startVirtualThread);
      try {
        begun.await();
        assertThat(CompletableFuture.supplyAsync(() -> count(index), Thread::startVirtualThread))
            .succeedsWithin(Duration.ofSeconds(20))
            .isEqualTo(1);
      } finally {
        end.countDown();
      }
      assertThat(changing).succeedsWithin(Duration.ofSeconds(20));
      assertThat(count(index)).isEqualTo(2);
    }
  }

  private static int count(LuceneFolder index) {
    return index.search(searcher -> searcher.getIndexReader().numDocs());
  }

  private static void add(IndexWriter writer) throws IOException {
    writer.addDocument(new Document());
  }

  private static void await(CountDownLatch end) {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
