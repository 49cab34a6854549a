package org.colloquy.server.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import org.colloquy.server.core.Sha256;

/// A database file written once more, encrypted when it was not and the other way round.
final class H2Transcript {
  private static final int AT_ONCE = 1 << 20;

  private H2Transcript() {}

  /// Writes it, opens both, and compares them row by row.
  ///
  /// @param to replaced when it is there
  /// @throws IOException also when the two do not hold the same
  static void write(H2File from, H2File to, String password) throws IOException, SQLException {
    DataFolder.makeEmpty(to.file());
    try (var read = FileChannel.open(from.file(), StandardOpenOption.READ);
        var written =
            FileChannel.open(to.file(), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      if (from.isEncrypted()) {
        copy(H2File.begun(read, password), written);
      } else {
        copy(read, H2File.begun(written, password));
      }
      written.force(true);
    }
    if (!content(from).equals(content(to))) {
      throw new IOException("the two files do not hold the same");
    }
  }

  private static void copy(FileChannel from, FileChannel to) throws IOException {
    var block = ByteBuffer.allocate(AT_ONCE);
    for (long at = 0; at < from.size(); at += block.position()) {
      // H2 wants to fill the whole block, also at the end.
      block.clear().limit((int) Math.min(AT_ONCE, from.size() - at));
      if (from.read(block, at) <= 0) {
        throw new IOException("the file became shorter while it was read");
      }
      var left = block.duplicate().flip();
      for (long place = at; left.hasRemaining(); ) {
        place += to.write(left, place);
      }
    }
  }

  /// A digest of the rows of each table.
  private static SortedMap<String, String> content(H2File file) throws SQLException {
    var content = new TreeMap<String, String>();
    try (var connection = file.openToRead();
        var tables =
            connection.getMetaData().getTables(null, "public", null, new String[] {"BASE TABLE"})) {
      // Otherwise H2 lays long results down in a file for a while, in the clear.
      try (var statement = connection.createStatement()) {
        statement.execute("set lazy_query_execution 1");
      }
      while (tables.next()) {
        var name = tables.getString("TABLE_NAME");
        content.put(name, digest(connection, name));
      }
    }
    return content;
  }

  private static String digest(Connection connection, String table) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("select * from \"" + table + "\"")) {
      var digest = Sha256.digest();
      while (rows.next()) {
        add(rows, digest);
      }
      return HexFormat.of().formatHex(digest.digest());
    }
  }

  private static void add(ResultSet row, MessageDigest digest) throws SQLException {
    for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
      var value = String.valueOf(row.getString(column)).getBytes(StandardCharsets.UTF_8);
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(value.length).array());
      digest.update(value);
    }
  }
}
