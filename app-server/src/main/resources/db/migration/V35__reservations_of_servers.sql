-- The number of the server that asks, where several use the database together: what is set aside by one that has ended is nobody's.
alter table reservation add column server_number integer;
