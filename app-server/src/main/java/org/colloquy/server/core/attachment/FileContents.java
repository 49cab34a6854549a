package org.colloquy.server.core.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Supplier;
import org.colloquy.model.AttachmentId;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.ContentHash;
import org.colloquy.server.core.Sha256;
import org.colloquy.server.core.attachment.BlobStore.Incoming;
import org.colloquy.server.core.cluster.Exclusive;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is in files. The same content is kept once, however many attachments refer to it, and for
/// as long as one does.
///
/// There is no moment in which an attachment that somebody was told of is without its content: a
/// content is on the disk before a row refers to it, and it is forgotten only while nobody else can
/// begin to refer to it. What a killed process leaves is content without a row, and [#collect]
/// removes that.
public final class FileContents {
  private static final Logger LOG = LoggerFactory.getLogger(FileContents.class);
  private static final int AT_ONCE = 500;
  private static final String CONTENTS = "contents of files";

  private final AttachmentStore store;
  private final BlobStore blobs;

  private final Exclusive exclusive;

  /// @param exclusive held from putting a content into its place until a row refers to it, and from
  ///   looking for rows until a content is forgotten. Both are short; the content itself comes in
  ///   before
  public FileContents(AttachmentStore store, BlobStore blobs, Exclusive exclusive) {
    this.store = store;
    this.blobs = blobs;
    this.exclusive = exclusive;
  }

  /// As [BlobStore#receive].
  Incoming receive(InputStream content, long limit) {
    return blobs.receive(content, limit);
  }

  /// Keeps a content for a row that refers to it.
  ///
  /// @param row adds that row, or refuses; nobody else adds one meanwhile
  <T> T keep(Incoming incoming, Supplier<T> row) {
    return alone(() -> {
      incoming.settle();
      try {
        return row.get();
      } catch (RuntimeException e) {
        forgetIfUnused(incoming.hash());
        throw e;
      }
    });
  }

  /// Does something while nobody else adds or removes content.
  <T> T alone(Supplier<T> work) {
    return exclusive.alone(CONTENTS, work);
  }

  /// Opens the content of an attachment that was found for its owner; close it after use.
  ///
  /// @throws ProblemException NotFound when it is gone, or was never kept
  public InputStream open(AttachmentId id) {
    return blobs.open(
        store
            .content(id)
            .orElseThrow(() -> new ProblemException(new Problem.NotFound("attachment"))));
  }

  /// Forgets those of these contents that no row refers to any more, after rows were removed.
  public void release(Collection<ContentHash> hashes) {
    for (var hash : new LinkedHashSet<>(hashes)) {
      exclusive.alone(CONTENTS, () -> forgetIfUnused(hash));
    }
  }

  private void forgetIfUnused(ContentHash hash) {
    if (!store.referred(List.of(hash)).contains(hash)) {
      blobs.remove(hash);
    }
  }

  /// What a look through all contents found.
  ///
  /// @param kept how many there should be
  public record Check(int kept, List<ContentHash> missing, List<ContentHash> damaged) {
    public Check {
      missing = List.copyOf(missing);
      damaged = List.copyOf(damaged);
    }

    /// Whether all are there and are what they were.
    public boolean inOrder() {
      return missing.isEmpty() && damaged.isEmpty();
    }
  }

  /// Reads every content that an attachment refers to.
  ///
  /// @throws ProblemException Unavailable when what keeps them cannot be reached
  public Check check() {
    var missing = new ArrayList<ContentHash>();
    var damaged = new ArrayList<ContentHash>();
    var all = store.contents();
    for (var hash : all) {
      try (var content = blobs.open(hash)) {
        if (!Sha256.of(content).equals(hash.hex())) {
          damaged.add(hash);
        }
      } catch (ProblemException e) {
        if (!(e.problem() instanceof Problem.NotFound)) {
          throw e;
        }
        missing.add(hash);
      } catch (IOException _) {
        damaged.add(hash);
      }
    }
    return new Check(all.size(), missing, damaged);
  }

  /// Carries over what an older version kept under the ids of attachments. For the start, before
  /// anybody asks for a file; interrupted at any point, the next start goes on.
  ///
  /// A row is told the hash first and the content moves afterwards: in between, the row has its
  /// content still under the old name, where the next start finds it.
  ///
  /// @return how many
  public int carryOver() {
    int carried = 0;
    for (var id : blobs.named()) {
      try (var old = blobs.adopt(id)) {
        if (store.refer(id, old.hash())) {
          old.settle();
          carried++;
        } else {
          blobs.remove(id);
        }
      } catch (UncheckedIOException e) {
        LOG.warn("the file {} of an older version cannot be carried over", id, e);
      }
    }
    return carried;
  }

  /// Forgets what nothing refers to: what was left when the program died between removing rows and
  /// their contents, or between keeping a content and its row.
  ///
  /// @return how many
  public int collect() {
    int removed = 0;
    var kept = blobs.all();
    for (int i = 0; i < kept.size(); i += AT_ONCE) {
      var some = kept.subList(i, Math.min(i + AT_ONCE, kept.size()));
      var referred = store.referred(some);
      var left = some.stream().filter(hash -> !referred.contains(hash)).toList();
      release(left);
      removed += left.size();
    }
    return removed;
  }
}
