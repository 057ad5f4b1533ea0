insert into uploaded_file (account, sha256, file_id)
values (:account, :sha256, :file_id)
on conflict (account, sha256) do update set file_id = excluded.file_id
