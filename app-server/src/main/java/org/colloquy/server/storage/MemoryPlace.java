package org.colloquy.server.storage;

import java.sql.SQLException;
import java.util.UUID;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;

/// An H2 database in memory, for tests and for looking around.
final class MemoryPlace implements H2Place {
  private final Migrations migrations;
  private boolean opened;

  MemoryPlace(Migrations migrations) {
    this.migrations = migrations;
  }

  @Override
  public H2Connections open() {
    if (opened) {
      throw new ProblemException(
          new Problem.Unavailable("The database was in memory and is lost. Start again."));
    }
    opened = true;
    var address = H2Address.plain("jdbc:h2:mem:" + UUID.randomUUID());
    try {
      return opened(address);
    } catch (SQLException fault) {
      throw new ProblemException(new Problem.Unavailable(sentence(fault)), fault);
    }
  }

  private H2Connections opened(H2Address address) throws SQLException {
    var source = address.source(H2File.OWNER, H2File.OPTIONS);
    var owner = source.getConnection();
    migrations.run(source);
    H2Connections.prepare(owner);
    return H2Connections.of(owner, address);
  }

  @Override
  public void leave(Ending ending) {
    // Closing the last connection made it go away.
  }

  @Override
  public String sentence(Throwable fault) {
    return "The database in memory " + H2Faults.reason(fault) + ".";
  }
}
