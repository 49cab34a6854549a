package org.colloquy.server.storage;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.colloquy.server.core.search.Change;
import org.jdbi.v3.core.Handle;

/// Notes of what the search index has to look at again, in the transaction that changes it.
final class SearchChanges {
  private SearchChanges() {}

  static void note(Handle handle, Change.What what, UUID subject) {
    handle.execute("insert into search_change (what, subject) values (?, ?)", what.name(), subject);
  }

  /// Notes it if any row was changed.
  ///
  /// @return whether that is so
  static boolean noteIf(int changed, Handle handle, Change.What what, UUID subject) {
    if (changed > 0) {
      note(handle, what, subject);
    }
    return changed > 0;
  }

  static long newest(Handle handle) {
    return handle
        .createQuery(
            "select number from search_change order by number desc fetch first 1 rows only")
        .mapTo(Long.class)
        .findOne()
        .orElse(0L);
  }

  static List<Change> after(Handle handle, long number, int most) {
    return handle
        .createQuery(
            """
            select number, what, subject from search_change where number > :number
            order by number fetch first :most rows only
            """)
        .bind("number", number)
        .bind("most", most)
        .map((row, _) ->
            new Change(
                row.getLong("number"),
                Change.What.valueOf(row.getString("what")),
                Columns.id(row, "subject")))
        .list();
  }

  /// The last one stays, so that its number is known.
  static void forget(Handle handle, Instant before) {
    handle.execute(
        """
        delete from search_change
        where changed_at < ? and number < (select max(number) from search_change)
        """,
        Columns.column(before));
  }
}
