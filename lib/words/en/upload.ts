/** Messages of the page that reads a visitor's own files. */
import type { upload as chinese } from '../zh-CN/upload';

export const upload: Record<keyof typeof chinese, string> = {
  'upload.title': 'Read your own reports',
  'upload.lead':
    'Choose report files and see at once the three tables as they were read, the agency and year that were recognised, trouble in reading, and figures that do not add up. A file is held in memory while it is read and then dropped: nothing is stored here.',
  'upload.files': 'Report files',
  'upload.kinds': 'Text, HTML, Word, PDF, Excel or CSV, or a ZIP archive of these.',
  'upload.bounds':
    'At most {files} files and {reports} reports at a time, {fileMb} MB a file and {formMb} MB in all; reading stops after {seconds} seconds a file.',
  'upload.send': 'Read',
  'upload.drop': 'Files can also be dropped here.',
  'upload.chosen': 'Files chosen: {count}, {megabytes} MB',
  'upload.reading': 'Reading, please wait.',
  'upload.off': 'This is not switched on here.',
  'upload.off_how':
    'Whoever runs the server switches it on with <c>UPLOADS=1 npm start</c>. Without a server, <c>npm run --silent parse -- FILE</c> prints the same record.',
  'upload.result': 'What was read',
  'upload.count':
    '<b>{reports}</b> {reports, plural, one {report was} other {reports were}} read{rejects, plural, =0 {} one {; <b>#</b> file was not} other {; <b>#</b> files were not}}.',
  'upload.not_read': 'Files that were not read',
  'upload.seconds': 'read in {seconds} s',
  'upload.doubts': '{count, plural, one {# note on the reading} other {# notes on the reading}}',
  'upload.take': 'Record as JSON',
  'upload.take_note': 'the same as npm run parse prints, {kilobytes} KB',
  'upload.side': 'Checks and source of report {number}',
  'upload.kept': 'The record is part of this page and gone when it is closed.',
  'upload.refused.off': 'This is not switched on here; the files were not read.',
  'upload.refused.none': 'No file was chosen. Choose files first, then press “Read”.',
  'upload.refused.too_many':
    'At most {files} files are read at a time; none of these was. Send them in parts.',
  'upload.refused.too_large':
    'The files are larger than {formMb} MB together; none of them was read. Send them in parts.',
  'upload.refused.broken':
    'The form did not arrive whole; no file was read. Choose the files and send them again.',
  'upload.refused.busy': 'Files of others are being read. Please try again in {wait} s.',
  'upload.refused.often': 'That was too often. Please try again in {wait} s.',
  'upload.why.empty': 'There is no text in it. See that it is the report itself.',
  'upload.why.picture': 'This is a picture, not a document. Take the original file of the report.',
  'upload.why.packed': 'The archive cannot be opened, or is no ZIP. Unpack it and choose the reports inside.',
  'upload.why.bomb':
    'It would unpack to something far too large, like a zip bomb, and was not unpacked. Unpack it and choose the reports inside.',
  'upload.why.locked': 'It is locked by a password. Remove the password first.',
  'upload.why.damaged': 'The file is damaged. Download it again, or save it anew.',
  'upload.why.other_format': 'The format cannot be read. Save it as text, HTML, Word, PDF, Excel or CSV.',
  'upload.why.too_large': 'There is far more in it than in a report. Give the report alone.',
  'upload.why.tangled': 'Its parts are nested too deep to be read to the end. Save it anew from a browser.',
  'upload.why.other_document':
    'This does not look like an annual report: it has none of the three statutory tables and does not call itself one.',
  'upload.why.late': 'It could not be read in the time allowed. Give the report alone.',
  'upload.why.memory':
    'Reading it takes more memory than allowed. Give the report alone, without its annexes.',
  'upload.why.fault': 'The reader failed on this file; the file is not to blame.',
  'upload.why.file_bound': 'It is larger than {fileMb} MB. Give the report alone.',
  'upload.why.count_bound':
    'At most {reports} reports are read at a time; the rest was not. Send them in parts.',
  'upload.found': 'In the words of the reader: ',
  'data.upload': 'Read your own report files',
};
