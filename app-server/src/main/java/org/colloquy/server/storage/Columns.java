package org.colloquy.server.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jdbi.v3.core.argument.Argument;
import org.jspecify.annotations.Nullable;

/// How ids and times stand in columns of both databases.
final class Columns {
  private Columns() {}

  /// As exact as both databases keep it, so that what was stored equals what is found.
  static Instant kept(Instant time) {
    return time.truncatedTo(ChronoUnit.MICROS);
  }

  static OffsetDateTime column(Instant time) {
    return kept(time).atOffset(ZoneOffset.UTC);
  }

  /// An id that may be missing; PostgreSQL wants to hear that it is no text.
  static Argument column(@Nullable UUID id) {
    return (position, statement, _) -> {
      if (id == null) {
        statement.setNull(position, Types.OTHER);
      } else {
        statement.setObject(position, id);
      }
    };
  }

  static Instant time(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static Instant time(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static @Nullable Instant timeOrNull(ResultSet row, String column) throws SQLException {
    var found = row.getObject(column, OffsetDateTime.class);
    return found == null ? null : found.toInstant();
  }

  static @Nullable Long longOrNull(ResultSet row, String column) throws SQLException {
    long found = row.getLong(column);
    return row.wasNull() ? null : found;
  }

  static UUID id(ResultSet row, String column) throws SQLException {
    return row.getObject(column, UUID.class);
  }

  static @Nullable UUID idOrNull(ResultSet row, String column) throws SQLException {
    return row.getObject(column, UUID.class);
  }

  static UUID id(ResultSet row, int column) throws SQLException {
    return row.getObject(column, UUID.class);
  }

  static @Nullable UUID idOrNull(ResultSet row, int column) throws SQLException {
    return row.getObject(column, UUID.class);
  }
}
