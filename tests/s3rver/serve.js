'use strict';

// node serve.js <folder> <port> <bucket>: s3rver on this machine alone, with one bucket, and with two things that it lacks: which uploads in parts nobody has
// completed, and how to abort one. They lie in its own folder; signatures are not looked at here.
const fs = require('fs');
const path = require('path');
const S3rver = require('s3rver');

const [directory, port, bucket] = process.argv.slice(2);
const uploads = path.join(directory, bucket, '._S3rver_uploads');

const unfinished = () =>
  fs.existsSync(uploads) ? fs.readdirSync(uploads).map(id => ({ id, key: fs.readFileSync(path.join(uploads, id, 'key'), 'utf8') })) : [];

function list(prefix) {
  const found = unfinished()
    .filter(({ key }) => key.startsWith(prefix))
    .map(({ id, key }) => `<Upload><Key>${key}</Key><UploadId>${id}</UploadId></Upload>`);
  return `<ListMultipartUploadsResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${found.join('')}</ListMultipartUploadsResult>`;
}

const server = new S3rver({
  address: '127.0.0.1', port: Number(port), directory, silent: true, vhostBuckets: false, configureBuckets: [{ name: bucket }],
});
server.middleware.unshift(async (context, next) => {
  const { method, path: address, query } = context;
  if (method === 'GET' && 'uploads' in query && address.split('/').filter(Boolean).join() === bucket) {
    context.type = 'application/xml';
    context.body = list(query.prefix ?? '');
  } else if (method === 'DELETE' && query.uploadId) {
    const upload = unfinished().find(({ id }) => id === query.uploadId);
    if (upload) fs.rmSync(path.join(uploads, upload.id), { recursive: true });
    context.status = upload ? 204 : 404;
  } else {
    await next();
  }
});
server.run();
