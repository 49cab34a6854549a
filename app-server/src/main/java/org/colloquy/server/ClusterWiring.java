package org.colloquy.server;

import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.colloquy.server.config.BucketConfig;
import org.colloquy.server.config.ServerConfig;
import org.colloquy.server.core.attachment.BlobStore;
import org.colloquy.server.core.cluster.StopElsewhere;
import org.colloquy.server.core.cluster.Switchboard;
import org.colloquy.server.core.conversation.MessageStore;
import org.colloquy.server.core.document.Documents;
import org.colloquy.server.core.identity.Accounts;
import org.colloquy.server.core.identity.RunningWork;
import org.colloquy.server.core.quota.Reservations;
import org.colloquy.server.core.shared.ConversationAccess;
import org.colloquy.server.core.table.DataTables;
import org.colloquy.server.core.turn.RunningAnswers;
import org.colloquy.server.core.turn.RunningTurns;
import org.colloquy.server.core.turn.TurnsElsewhere;
import org.colloquy.server.core.turn.TurnsForOthers;
import org.colloquy.server.security.vault.DatabasePassword;
import org.colloquy.server.storage.BucketBlobStore;
import org.colloquy.server.storage.Database;
import org.colloquy.server.storage.DiskBlobStore;
import org.colloquy.server.storage.bucket.Bucket;
import org.colloquy.server.storage.bucket.BucketClient;
import org.colloquy.server.storage.bucket.Patience;
import org.colloquy.server.storage.table.TableDatabases;

/// Makes what is different when several servers work together.
final class ClusterWiring {
  private ClusterWiring() {}

  static RunningTurns running(
      Stores stores,
      Outside outside,
      Accounts accounts,
      RunningAnswers answers,
      ConversationAccess access,
      int mostOfOwner) {
    var switchboard = outside.switchboard();
    var elsewhere =
        new TurnsElsewhere(
            switchboard.servers(), stores.turnBoard(), switchboard, access, mostOfOwner);
    var running =
        new RunningTurns(
            stores.messages(),
            accounts,
            answers,
            access,
            elsewhere,
            outside.clock(),
            outside.ids());
    running.watchedBy(outside.turnWatch());
    new TurnsForOthers(running, switchboard).begin();
    return running;
  }

  /// What goes on here and at the other servers.
  static List<RunningWork> everywhere(Switchboard switchboard, List<RunningWork> here) {
    return Stream.concat(here.stream(), Stream.of(new StopElsewhere(switchboard, here))).toList();
  }

  /// Has taken up what servers leave that end.
  static void inherit(
      Switchboard switchboard,
      MessageStore messages,
      Reservations reservations,
      Documents documents,
      DataTables tables) {
    switchboard.whenOthersEnded(messages::cutOffGrowing);
    switchboard.whenOthersEnded(reservations::takeUp);
    switchboard.whenOthersEnded(documents::takeUp);
    switchboard.whenOthersEnded(tables::takeUp);
  }

  /// In a bucket, when the settings name one.
  static BlobStore blobs(
      ServerConfig config, Database database, Openings open, InstantSource clock) {
    var server = config.operation().database();
    if (server != null && server.contents() != null) {
      var bucket = open.add(new BucketClient(bucket(server.contents()), Patience.USUAL));
      return BucketBlobStore.in(bucket, config.folder(), database.exclusive(), clock);
    }
    var shared = DatabaseWiring.sharedFolder(config);
    return database.servers().isAlone() ? DiskBlobStore.in(shared) : DiskBlobStore.sharedIn(shared);
  }

  private static Bucket bucket(BucketConfig config) {
    return new Bucket(
        config.endpoint(),
        config.region(),
        config.bucket(),
        config.prefix(),
        config.key(),
        config.secret());
  }

  /// Encrypted when the database is.
  static TableDatabases tables(ServerConfig config, Database database, DatabasePassword password) {
    var path = DatabaseWiring.sharedFolder(config).resolve("tables");
    if (!database.servers().isAlone()) {
      return TableDatabases.sharedIn(path, database.exclusive());
    }
    boolean encrypted = Database.isEncryptedIn(config.folder());
    return TableDatabases.in(path, encrypted ? password.get() : "", TableDatabases.USUAL_IDLE);
  }
}
